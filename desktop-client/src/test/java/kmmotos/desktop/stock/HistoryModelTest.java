package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import kmmotos.desktop.history.HistoryModel;
import kmmotos.desktop.history.HistoryModel.Filter;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An item's history, without a window.
class HistoryModelTest {

    private static final Sku PAD = new Sku("BRK-CG160-F");

    @TempDir Path folder = Path.of("");

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final HistoryModel model =
            new HistoryModel(workplace, book, name -> Optional.of(folder.resolve(name)));

    @Test
    void eachMovementShowsWhatWasOnHandAfterIt() {
        book.move(PAD, Quantity.of(8), "purchase_received", "PO-1001 / NF 4711");
        book.move(PAD, Quantity.of(-3), "transfer_sent", "S2");
        model.scanned(PAD.value());
        assertThat(model.lines())
                .extracting(line -> line.balance().toString())
                .containsExactly("19", "22", "14", "13");
        assertThat(model.lines().get(1).movement().reference()).isEqualTo("PO-1001 / NF 4711");
    }

    @Test
    void kindsAndDaysAreLookedAtAlone() {
        book.move(PAD, Quantity.of(-3), "transfer_sent", "S2");
        model.scanned(PAD.value());
        model.filter(new Filter(Optional.of("transfer_sent"), Optional.empty(), Optional.empty()));
        assertThat(model.lines()).hasSize(1);
        assertThat(model.lines().getFirst().balance()).isEqualTo(Quantity.of(11));
        LocalDate day = workplace.store().dayAt(model.lines().getFirst().movement().at());
        model.filter(new Filter(Optional.empty(), Optional.of(day.plusDays(1)), Optional.empty()));
        assertThat(model.lines()).isEmpty();
        model.filter(new Filter(Optional.empty(), Optional.of(day), Optional.of(day)));
        assertThat(model.lines()).hasSize(3);
        model.filter(new Filter(Optional.empty(), Optional.empty(), Optional.of(day.minusDays(1))));
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void whatIsShownIsSavedForASpreadsheetAndNoFormulaWithIt() throws Exception {
        model.export();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("nothing to save");
        book.move(PAD, Quantity.of(1), "stock_received", "=1+1 \"x\"");
        model.scanned(PAD.value());
        model.export();
        assertThat(Files.readAllLines(folder.resolve("stock-BRK-CG160-F.csv")))
                .hasSize(4)
                .startsWith("\uFEFFat,kind,change,balance,reference")
                .element(1)
                .asString()
                .endsWith(",stock_received,1,15,\"'=1+1 \"\"x\"\"\"");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("3 movements");
    }
}
