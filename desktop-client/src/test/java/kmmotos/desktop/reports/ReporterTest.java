package kmmotos.desktop.reports;

import static kmmotos.desktop.reports.SampleReportBook.ANA;
import static kmmotos.desktop.reports.SampleReportBook.BRUNO;
import static kmmotos.desktop.reports.SampleReportBook.BULB;
import static kmmotos.desktop.reports.SampleReportBook.DAY;
import static kmmotos.desktop.reports.SampleReportBook.DISC;
import static kmmotos.desktop.reports.SampleReportBook.OIL;
import static kmmotos.desktop.reports.SampleReportBook.PAD;
import static kmmotos.desktop.reports.SampleReportBook.line;
import static kmmotos.desktop.reports.SampleReportBook.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReporterTest {
    private static final Period TODAY = new Period(DAY, DAY);

    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final SampleReportBook book = new SampleReportBook();

    private Report report(ReportKind kind) {
        return new Reporter(workplace, book).report(kind, TODAY);
    }

    private List<String> rows(ReportKind kind) {
        return rows(report(kind));
    }

    private List<String> rows(Report report) {
        return report.rows().stream().map(this::text).toList();
    }

    private String text(List<Cell> row) {
        Formats formats = workplace.formats();
        return String.join(" | ", row.stream().map(cell -> cell.text(formats)).toList());
    }

    @Test
    void hoursGoByTheShopsClockAndThoseWithoutASaleAreShown() {
        book.sell(DAY, "09:59", ANA, line(1, PAD, 1, 0));
        book.sell(DAY, "11:00", ANA, line(1, OIL, 2, 0));

        assertThat(rows(ReportKind.HOURS))
                .containsExactly(
                        "09:00 | 1 | 1 | 50.00 | 50.00 | 45.5%",
                        "10:00 | 0 | 0 | 0.00 | 0.00 | 0%",
                        "11:00 | 1 | 2 | 60.00 | 60.00 | 54.5%");
    }

    @Test
    void aDayIsTheShiftsDay() {
        book.sell(DAY, "10:00", ANA, line(1, PAD, 1, 0));
        book.sell(DAY.plusDays(1), "00:10", ANA, line(1, OIL, 1, 0));

        assertThat(rows(ReportKind.DAYS)).hasSize(1).first().asString().contains("| 50.00 |");
    }

    @Test
    void aReturnLessensWhatWasSold() {
        book.sell(DAY, "10:00", ANA, line(1, PAD, 3, 0));
        book.sell(DAY, "11:00", BRUNO, line(1, PAD, -1, 0));

        assertThat(rows(ReportKind.ITEMS))
                .containsExactly("Brake pad CG 160 · PAD | 2 | 2 | 100.00 | 50.00 | 100%");
        assertThat(rows(ReportKind.PEOPLE))
                .containsExactly(
                        "Ana Souza | 1 | 3 | 150.00 | 150.00 | 150%",
                        "Bruno Lima | 1 | -1 | -50.00 | -50.00 | -50%");
    }

    @Test
    void aReceiptCountsOnceForACategoryHoweverManyLinesItHasOfIt() {
        book.sell(DAY, "10:00", ANA, line(1, PAD, 1, 0), line(2, DISC, 1, 0), line(3, OIL, 1, 0));

        assertThat(rows(ReportKind.CATEGORIES))
                .containsExactly(
                        "Brakes | 1 | 2 | 230.00 | 230.00 | 88.5%",
                        "Oils | 1 | 1 | 30.00 | 30.00 | 11.5%");
    }

    @Test
    void aSplitPaymentIsTwoPayments() {
        Tender card = new Tender.Card(new java.util.UUID(0, 9), money("20.00"), "");
        book.sell(
                DAY,
                "10:00",
                ANA,
                List.of(Tender.Cash.exactly(money("30.00")), card),
                line(1, PAD, 1, 0));

        Report report = report(ReportKind.TENDERS);

        assertThat(rows(report))
                .containsExactly("Cash | 1 | 30.00 | 60%", "Card | 1 | 20.00 | 40%");
        assertThat(text(report.sum())).isEqualTo("All | 1 | 50.00 | 100%");
    }

    @Test
    void whatWasLetGoIsTold() {
        Adjustment coupon =
                new Adjustment(Adjustment.Kind.COUPON, "MOTO10", money("5.00").negated());
        book.sell(
                DAY,
                "10:00",
                ANA,
                line(1, PAD, 2, 10),
                line(2, OIL, 1, money("30.00"), List.of(coupon), PriceReason.LIST),
                line(3, DISC, 1, money("150.00"), List.of(), PriceReason.OWN));
        book.sell(DAY, "11:00", BRUNO, line(1, BULB, -2, 0));
        book.voidLine(DAY, BRUNO, DISC);

        Report report = report(ReportKind.REDUCTIONS);

        assertThat(rows(report))
                .containsExactly(
                        "Ana Souza | 265.00 | 10.00 | 30.00 | 5.00 | 0.00 | 0 | 0.00",
                        "Bruno Lima | -40.00 | 0.00 | 0.00 | 0.00 | 40.00 | 1 | 180.00");
        assertThat(text(report.sum()))
                .isEqualTo("All | 225.00 | 10.00 | 30.00 | 5.00 | 40.00 | 1 | 180.00");
    }

    @Test
    void whatLiesThereAndNobodyBoughtIsShownTheDearestFirst() {
        book.sell(DAY, "10:00", ANA, line(1, PAD, 1, 0));
        book.lies(PAD, 5).lies(OIL, 2).lies(DISC, 1).lies(BULB, 0);

        assertThat(rows(ReportKind.SLOW_ITEMS))
                .containsExactly(
                        "Brake disc XRE 300 | DISC | 1 | 180.00 | 180.00",
                        "Engine oil 10W-30 | OIL | 2 | 30.00 | 60.00");
    }

    @Test
    void whatIsBelowZeroIsWorthNothing() {
        book.lies(PAD, -2).lies(DISC, 1);

        Report report = report(ReportKind.STOCK);

        assertThat(rows(report)).containsExactly("Brakes | 2 | -1 | 180.00 | 100% | 1");
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void aDayWithoutAnythingIsAnEmptyReport(ReportKind kind) {
        assertThat(report(kind).rows()).isEmpty();
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 40).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyReportOfSalesAddsUpToTheSameTakings(long seed) {
        SampleReportBook weeks = SampleReportBook.weeks(seed, 40);
        Period month = new Period(DAY.minusDays(30), DAY);
        Reporter reporter = new Reporter(workplace, weeks);
        BigDecimal takings = reporter.tally(month).total().decimal();

        for (ReportKind kind :
                List.of(
                        ReportKind.HOURS,
                        ReportKind.DAYS,
                        ReportKind.PEOPLE,
                        ReportKind.CATEGORIES,
                        ReportKind.ITEMS,
                        ReportKind.TENDERS)) {
            Report report = reporter.report(kind, month);
            assertThat(drawn(report, report.rows()))
                    .as("%s of seed %d", kind, seed)
                    .isEqualByComparingTo(takings)
                    .isEqualByComparingTo(drawn(report, List.of(report.sum())));
        }
    }

    private static BigDecimal drawn(Report report, List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.get(report.drawn()).number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aWeekIsComparedWithTheWeekBeforeAndASaturdayWithASaturday() {
        assertThat(new Period(DAY, DAY).before())
                .isEqualTo(new Period(DAY.minusDays(7), DAY.minusDays(7)));
        assertThat(new Period(DAY.minusDays(29), DAY).before())
                .isEqualTo(new Period(DAY.minusDays(59), DAY.minusDays(30)));
        assertThat(ReportsModel.Shown.growth(new BigDecimal("150"), new BigDecimal("100")))
                .contains(new BigDecimal("50.0"));
        assertThat(ReportsModel.Shown.growth(BigDecimal.TEN, BigDecimal.ZERO))
                .isEqualTo(Optional.empty());
    }
}
