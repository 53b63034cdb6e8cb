package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.labels.LabelPrinter;
import kmmotos.desktop.labels.LabelSheet;
import kmmotos.desktop.labels.LabelsModel;
import kmmotos.desktop.labels.SampleLabels;
import kmmotos.desktop.labels.SimulatedLabelPrinter;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labels of what came, what is scanned and what changed its price, without a window.
class LabelsModelTest {

    private static final String PAD = "BRK-CG160-F";

    @TempDir Path folder = Path.of("");

    private final SampleStockBook stock = new SampleStockBook();
    private final SimulatedLabelPrinter printer = new SimulatedLabelPrinter();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private Optional<LabelPrinter> connected = Optional.of(printer);
    private final LabelsModel model =
            new LabelsModel(
                    workplace,
                    new LabelsModel.Tools(
                            stock,
                            new SampleLabels(stock),
                            () -> connected,
                            name -> Optional.of(folder.resolve(name))));

    private StockBook.Item item(String sku) {
        return stock.item(new Sku(sku)).orElseThrow();
    }

    private String said() {
        return SampleWorkplace.lastMessage(workplace);
    }

    @Test
    void eachPieceThatCameGetsALabelAndWhatIsMeasuredOne() {
        model.tookIn(item(PAD), Quantity.of(8));
        model.tookIn(item(PAD), Quantity.of(2));
        model.tookIn(item("CBL-INOX-M"), Quantity.parse("12.5"));
        model.tookIn(item("SPK-CR8E"), Quantity.ZERO);
        assertThat(model.lines())
                .containsExactly(
                        new LabelsModel.Line(item("CBL-INOX-M"), 1),
                        new LabelsModel.Line(item(PAD), 10));
        model.print();
        assertThat(printer.printed()).hasSize(2);
        assertThat(printer.printed().getLast().count()).isEqualTo(10);
        assertThat(model.lines()).isEmpty();
        assertThat(said()).contains("11 labels");
    }

    @Test
    void aDeliveryAsksForItsLabels() {
        var delivery = new DeliveryModel(workplace, stock, model::tookIn);
        delivery.add(item(PAD), "4");
        delivery.receive("NF 1");
        assertThat(model.lines()).extracting(LabelsModel.Line::count).containsExactly(4);
    }

    @Test
    void aNewPriceAsksForOneLabelUntilItIsPrinted() {
        model.renew();
        assertThat(model.lines()).containsExactly(new LabelsModel.Line(item(PAD), 1));
        model.print();
        model.renew();
        assertThat(model.lines()).isEmpty();
        assertThat(said()).contains("0 labels are out of date");
    }

    @Test
    void howManyIsTypedForWhatWasScannedLast() {
        model.typed("3");
        assertThat(said()).contains("Scan an item first");
        model.scanned(PAD);
        model.typed("1.5");
        assertThat(said()).contains("1 to 1,000");
        model.typed("3");
        assertThat(model.lines()).containsExactly(new LabelsModel.Line(item(PAD), 3));
    }

    @Test
    void withoutAPrinterNothingIsLostAndSheetsAreSaved() throws Exception {
        connected = Optional.empty();
        model.tookIn(item(PAD), Quantity.of(30));
        model.print();
        assertThat(said()).contains("No label printer");
        model.savePdf(LabelSheet.A4_3X8, "24");
        assertThat(said()).contains("0 to 23");
        model.savePdf(LabelSheet.A4_3X8, "4");
        try (var document =
                Loader.loadPDF(Files.readAllBytes(folder.resolve("price-labels.pdf")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void aBrokenPrinterKeepsTheLabelsWaiting() {
        connected =
                Optional.of(_ -> {
                    throw new DeviceFailed(
                            DeviceFailed.Reason.NOT_REACHED,
                            DeviceFailed.Outcome.NOT_BEGUN,
                            "192.168.0.60:9100",
                            null);
                });
        model.scanned(PAD);
        model.print();
        assertThat(model.lines()).hasSize(1);
        assertThat(said()).contains("192.168.0.60:9100");
    }
}
