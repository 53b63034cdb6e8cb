package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.bins.BinModel;
import kmmotos.desktop.bins.BinPane;
import kmmotos.desktop.bins.SampleBinBook;
import kmmotos.desktop.history.HistoryModel;
import kmmotos.desktop.history.HistoryPane;
import kmmotos.desktop.labels.LabelsModel;
import kmmotos.desktop.labels.LabelsPane;
import kmmotos.desktop.labels.SampleLabels;
import kmmotos.desktop.labels.SimulatedLabelPrinter;
import kmmotos.desktop.purchasing.GoodsInModel;
import kmmotos.desktop.purchasing.GoodsInPane;
import kmmotos.desktop.purchasing.ReorderModel;
import kmmotos.desktop.purchasing.ReorderPane;
import kmmotos.desktop.purchasing.ReturnModel;
import kmmotos.desktop.purchasing.ReturnPane;
import kmmotos.desktop.purchasing.SamplePurchaseBook;
import kmmotos.desktop.purchasing.SampleReorderBook;
import kmmotos.desktop.purchasing.SampleReturnBook;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.staff.SampleApprovals;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockScreenTest {

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER, Texts.SPANISH);
    private final SampleTransferBook transfers = new SampleTransferBook(book);
    private final SamplePurchaseBook purchases = new SamplePurchaseBook(book);
    private final HistoryModel history = new HistoryModel(workplace, book, _ -> Optional.empty());
    private final SampleReturnBook returns = new SampleReturnBook();
    private final SampleCycleBook cycle =
            new SampleCycleBook(book, "BRK-CG160-F", "OIL-20W50-1L", "SPK-CR8E");
    private final List<Slip> printed = new ArrayList<>();
    private final SampleReorderBook reorder = new SampleReorderBook(book);
    private final LabelsModel labels =
            new LabelsModel(
                    workplace,
                    new LabelsModel.Tools(
                            book,
                            new SampleLabels(book),
                            () -> Optional.of(new SimulatedLabelPrinter()),
                            _ -> Optional.empty()));
    private final StockModels models = models(workplace);
    private final SampleWindow window =
            SampleWindow.with(Place.STOCK, workplace, () -> screen(workplace, models));

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void anItemThatWasScannedStaysInFrontAfterACorrection() {
        window.type("#stock-search", "i");
        var search = window.find("#stock-search", TextField.class);
        window.run(search::requestFocus);
        window.keyboard().press(KeyCode.DOWN);
        var table = window.find("#stock-items", TableView.class);
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        var scanned = models.items().chosenProperty().get().orElseThrow().sku();
        window.type("#adjust-quantity", "1");
        window.type("#adjust-note", "Leaked");
        window.press("#adjust-stock");
        assertThat(models.items().chosenProperty().get().orElseThrow().sku()).isEqualTo(scanned);
    }

    @Test
    void whatIsMissingAndWhatOthersAskForIsAtHand() {
        window.key(KeyCode.F9);
        window.picture("stock-shortages");
        window.press("#ask-S2");
        window.press("#send-wish");
        assertThat(models.shortages().wishes()).isEmpty();
        assertThat(models.shortages().shortages().getFirst().asked()).hasSize(1);
    }

    @Test
    void anItemIsFoundCorrectedAndReceived() {
        window.picture("stock-none");
        window.type("#stock-search", "i");
        var table = window.find("#stock-items", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.type("#adjust-quantity", "2");
        window.type("#adjust-note", "Box was wet");
        window.picture("stock-item");
        window.press("#adjust-stock");
        Sku pad = new Sku("BRK-CG160-F");
        assertThat(book.item(pad).orElseThrow().onHand()).isEqualTo(Quantity.of(12));

        var side = window.find("#side-delivery", ToggleButton.class);
        window.run(side::fire);
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.type("#delivery-note", "NF 4711");
        window.picture("stock-delivery");
        window.press("#receive-goods");
        assertThat(book.item(pad).orElseThrow().onHand()).isEqualTo(Quantity.of(13));
    }

    @Test
    void goodsAreCountedByScannerAndKeyboard() {
        window.key(KeyCode.F6);
        window.picture("stock-count-none");
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#count-quantity", "12");
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.enter("#count-quantity", "48");
        window.run(() -> window.shell().scanned("CBL-INOX-M"));
        window.picture("stock-count");
        window.key(KeyCode.F12);

        assertThat(onHand("BRK-CG160-F")).isEqualTo(Quantity.of(12));
        assertThat(onHand("CBL-INOX-M")).isEqualTo(Quantity.ONE);
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("3");
    }

    @Test
    void theDaysItemsAreCountedBlindAndTheirDifferencesShownAfterwards() {
        book.lieIn(new Sku("SPK-CR8E"), List.of("A-01-2"));
        book.lieIn(new Sku("BRK-CG160-F"), List.of("B-03-1"));
        window.run(window.find("#side-cycle", ToggleButton.class)::fire);
        window.picture("stock-cycle-start");
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#cycle-quantity", "12");
        var list = window.find("#cycle-lines", ListView.class);
        window.run(() -> list.getSelectionModel().select(0));
        window.enter("#cycle-quantity", "48");
        window.picture("stock-cycle");
        window.key(KeyCode.F12);
        window.picture("stock-cycle-booked");
        assertThat(onHand("BRK-CG160-F")).isEqualTo(Quantity.of(12));
        assertThat(onHand("SPK-CR8E")).isEqualTo(Quantity.of(48));
        assertThat(list.getItems().size()).isEqualTo(1);

        window.run(() -> list.getSelectionModel().select(0));
        window.enter("#cycle-reason", "Estante bloqueado");
        assertThat(list.getItems().size()).isZero();
    }

    @Test
    void aLargeCorrectionIsAskedOfAnotherPersonAndEscTakesTheQuestionBack() {
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        window.type("#adjust-quantity", "60");
        window.type("#adjust-note", "Tanque roto");
        window.press("#adjust-stock");
        window.picture("stock-correction-asked");
        assertThat(models.items().approvals().askedProperty().get()).isPresent();
        window.key(KeyCode.ESCAPE);
        assertThat(models.items().approvals().askedProperty().get()).isEmpty();
        assertThat(onHand("OIL-20W50-1L")).isEqualTo(Quantity.of(120));
    }

    @Test
    void thingsArePutAwayByScanningABinAndWhatGoesThere() {
        window.run(window.find("#side-bins", ToggleButton.class)::fire);
        window.picture("stock-bins-none");
        window.run(() -> window.shell().scanned("BIN A-03-2"));
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.enter("#bin", "b-01");
        window.run(window.find("#bin-one-more", CheckBox.class)::fire);
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#bin", "a-03-2");
        window.picture("stock-bins");
        window.press("#bin-print");
        assertThat(printed).hasSize(1);
        assertThat(book.item(new Sku("BRK-CG160-F")).orElseThrow().bins())
                .containsExactly("A-03-2", "B-01");
    }

    @Test
    void goodsAreSentToAnotherStore() {
        window.key(KeyCode.F7);
        var shops = window.find("#send-to", ComboBox.class);
        window.run(() -> shops.getSelectionModel().selectFirst());
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#send-quantity", "4");
        window.run(() -> window.shell().scanned("BRK-CG160-R"));
        window.enter("#send-quantity", "7");
        window.picture("stock-send");
        window.key(KeyCode.F12);

        assertThat(onHand("BRK-CG160-F")).isEqualTo(Quantity.of(10));
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Campinas");
    }

    @Test
    void goodsOfAnotherStoreAreUnpackedByScanner() {
        window.key(KeyCode.F8);
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        window.enter("#arrival-quantity", "10");
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.picture("stock-arrival");
        window.key(KeyCode.F12);

        assertThat(onHand("OIL-20W50-1L")).isEqualTo(Quantity.of(130));
        assertThat(transfers.incoming().getFirst().lines().getFirst().open())
                .isEqualTo(Quantity.of(2));
        window.picture("stock-arrivals-left");
    }

    @Test
    void goodsOfASupplierAreTakenInAgainstTheirOrder() {
        window.key(KeyCode.F10);
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#goods-in-quantity", "9");
        window.enter("#goods-in-damaged", "1");
        window.run(() -> window.shell().scanned("OIL-20W50-1L"));
        window.enter("#goods-in-quantity", "24");
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.type("#goods-in-note", "NF 4711");
        window.picture("stock-goods-in");
        window.key(KeyCode.F12);

        assertThat(purchases.received().getFirst().came()).hasSize(3);
        assertThat(purchases.received().getFirst().reference()).isEqualTo("NF 4711");

        window.key(KeyCode.F11);
        window.picture("stock-labels");
        assertThat(labels.lines()).hasSize(3);
        assertThat(labels.lines().getLast().count()).isEqualTo(8);
        window.key(KeyCode.F12);
        assertThat(labels.lines()).isEmpty();
    }

    @Test
    void whatRunsShortIsProposedToHeadOffice() {
        var side = window.find("#side-reorder", ToggleButton.class);
        window.run(side::fire);
        window.run(() -> window.shell().scanned("SPK-CR8E"));
        window.enter("#reorder-quantity", "20");
        window.picture("stock-reorder");
        window.key(KeyCode.F12);
        assertThat(reorder.proposed().getFirst()).hasSize(3);
    }

    @Test
    void anItemsWholeHistoryIsOnePressAway() {
        book.move(new Sku("BRK-CG160-F"), Quantity.of(8), "purchase_received", "PO-1001 / NF 4711");
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.press("#open-history");
        assertThat(window.find("#side-history", ToggleButton.class).isSelected()).isTrue();
        assertThat(history.lines()).hasSize(3);
        window.picture("stock-history");
    }

    @Test
    void goodsGoBackToASupplierWithASlip() {
        var side = window.find("#side-return", ToggleButton.class);
        window.run(side::fire);
        window.run(() -> window.shell().scanned("BRK-CG160-F"));
        window.enter("#return-quantity", "2");
        var supplier = window.find("#return-supplier", ComboBox.class);
        window.run(() -> supplier.getEditor().setText("Torque"));
        window.type("#return-reference", "NF 4711");
        window.picture("stock-return");
        window.key(KeyCode.F12);
        assertThat(returns.given()).hasSize(1);
        assertThat(printed).hasSize(1);
    }

    @Test
    void aCashierSeesOnlyWhatTheirRoleMayDo() {
        var cashier = SampleWorkplace.of(Role.CASHIER);
        var other = SampleWindow.with(Place.STOCK, cashier, () -> screen(cashier, models(cashier)));
        assertThat(other.find("#side-count", ToggleButton.class).isVisible()).isFalse();
        assertThat(other.find("#side-send", ToggleButton.class).isVisible()).isFalse();
        assertThat(other.find("#side-arrivals", ToggleButton.class).isVisible()).isTrue();
        other.key(KeyCode.F6);
        assertThat(other.find("#side-count", ToggleButton.class).isSelected()).isFalse();
        other.close();
    }

    private StockScreen screen(Workplace at, StockModels shown) {
        var goodsIn =
                new GoodsInModel(
                        at,
                        book,
                        purchases,
                        SampleApprovals.at(at, SampleStaff.ANA, "1111"),
                        labels::tookIn);
        return new StockScreen(
                at,
                shown,
                List.of(
                        new SideTab(
                                "purchasing.side_goods_in",
                                "F10",
                                "side-goods-in",
                                new GoodsInPane(at, goodsIn)),
                        new SideTab(
                                "purchasing.side_reorder",
                                "Ctrl+R",
                                "side-reorder",
                                new ReorderPane(at, new ReorderModel(at, book, reorder))),
                        new SideTab(
                                "purchasing.side_return",
                                "Ctrl+B",
                                "side-return",
                                new ReturnPane(
                                        at, new ReturnModel(at, book, returns, printed::add))),
                        new SideTab(
                                "bins.side",
                                "Ctrl+E",
                                "side-bins",
                                new BinPane(
                                        at,
                                        new BinModel(
                                                at,
                                                book,
                                                new SampleBinBook(book, book::lieIn),
                                                printed::add))),
                        new SideTab(
                                "stock.side_cycle",
                                "Ctrl+D",
                                "side-cycle",
                                new CyclePane(
                                        at,
                                        new CycleModel(
                                                at,
                                                book,
                                                cycle,
                                                SampleApprovals.at(
                                                        at, SampleStaff.CARLA, "3333")))),
                        new SideTab(
                                "labels.side", "F11", "side-labels", new LabelsPane(at, labels)),
                        new SideTab(
                                "history.side",
                                "Ctrl+H",
                                "side-history",
                                new HistoryPane(at, history))),
                List.of(
                        new ItemAction("stock.add_to_labels", "add-to-labels", labels::set),
                        ItemAction.leadingTo(
                                "history.open",
                                "open-history",
                                (item, _) -> history.show(item),
                                "side-history")));
    }

    private StockModels models(Workplace at) {
        return StockModels.of(
                at,
                book,
                transfers,
                new SampleShortageBook(book),
                SampleApprovals.at(at, SampleStaff.CARLA, "3333"),
                labels::tookIn);
    }

    private Quantity onHand(String sku) {
        return book.item(new Sku(sku)).orElseThrow().onHand();
    }
}
