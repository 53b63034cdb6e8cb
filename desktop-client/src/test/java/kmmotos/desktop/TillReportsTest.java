package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kmmotos.desktop.reports.Period;
import kmmotos.desktop.reports.ReportBook.Standing;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a whole till's books tell reports, also after the database was made anew.
class TillReportsTest {
    @TempDir Path temp;

    private static List<Sale> sales(TillReports reports, Period days) {
        List<Sale> found = new ArrayList<>();
        reports.sales(days, found::add);
        return found;
    }

    private static Period only(LocalDate day) {
        return new Period(day, day);
    }

    @Test
    void salesAreFoundByTheirBusinessDay() {
        try (Till till = TestTill.open(temp)) {
            Rung.up(till, Rung.PAD, 2);
            TillReports reports = new TillReports(till, Locale.ENGLISH);

            assertThat(sales(reports, only(SampleSales.cashSale().businessDay()))).hasSize(1);
            assertThat(sales(reports, only(SampleSales.cashSale().businessDay().plusDays(1))))
                    .isEmpty();
            assertThat(reports.person(SampleStaff.ANA.staffId())).isEqualTo("Ana Souza");
            assertThat(reports.article(Rung.PAD, "").category()).isEqualTo("Brake pads");
        }
    }

    @Test
    void voidedLinesAreKeptAndComeBackWithTheJournal() {
        VoidedLine line =
                new VoidedLine(
                        SampleSales.SALE,
                        SampleSales.SHIFT,
                        TestTill.NOW,
                        SampleStaff.ANA.staffId(),
                        Rung.PAD,
                        Quantity.ONE,
                        Money.zero(SampleSales.cashSale().total().currency()));
        Period today = only(LocalDate.of(2026, 11, 21));
        try (Till till = TestTill.open(temp)) {
            till.recorder().record(new Event.LineVoided(line));
            till.recorder().project();
            assertThat(new TillReports(till, Locale.ENGLISH).voided(today)).containsExactly(line);
        }
        kmmotos.desktop.storage.TillDatabase.putAside(TestTill.config(temp).folder().database());
        try (Till till = TestTill.open(temp)) {
            assertThat(new TillReports(till, Locale.ENGLISH).voided(today)).containsExactly(line);
        }
    }

    @Test
    void whatLiesThereIsWorthItsSellingPrice() {
        try (Till till = TestTill.open(temp)) {
            List<Standing> shelf = new ArrayList<>();
            new TillReports(till, Locale.ENGLISH).stock(shelf::add);

            assertThat(shelf).hasSize(3).allMatch(one -> one.onHand().equals(Quantity.of(10)));
            assertThat(shelf)
                    .allSatisfy(one ->
                            assertThat(one.value())
                                    .isEqualTo(one.price().map(each -> each.times(one.onHand()))));
        }
    }
}
