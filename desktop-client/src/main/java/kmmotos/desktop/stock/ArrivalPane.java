package kmmotos.desktop.stock;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.TransferBook.Incoming;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What other stores sent, and what of it is being unpacked.
final class ArrivalPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final ArrivalModel model;
    private final Texts texts;
    private final ListView<Incoming> incoming;
    private final ScanBar bar;

    ArrivalPane(Workplace workplace, ArrivalModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.incoming = incoming();
        this.bar = bar();
        getStyleClass().add("column");
        getChildren()
                .addAll(
                        new Card(texts.get("stock.arrivals"), incoming),
                        new Card(texts.get("stock.arrival"), hint(), lines(), bar));
    }

    private ListView<Incoming> incoming() {
        var list = new ListView<>(model.incoming());
        list.setId("incoming-transfers");
        list.setPrefHeight(150);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignT.TRUCK_CHECK_OUTLINE,
                        texts.get("stock.arrivals_none"),
                        texts.get("stock.arrivals_none_text")));
        list.setCellFactory(_ -> GoodsLinePane.words(this::words));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null) {
                        model.choose(chosen);
                    }
                });
        model.chosenProperty()
                .subscribe(chosen ->
                        chosen.ifPresentOrElse(
                                list.getSelectionModel()::select,
                                list.getSelectionModel()::clearSelection));
        return list;
    }

    private String words(Incoming transfer) {
        String when =
                transfer.sentAt()
                        .map(workplace.formats()::dateTime)
                        .orElse(texts.get("stock.arrival_not_told"));
        return texts.get("stock.arrival_from", transfer.from().name())
                + " · "
                + when
                + " · "
                + texts.count("stock.arrival_lines", transfer.lines().size());
    }

    private Label hint() {
        var hint = new Label(texts.get("stock.arrival_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private ListView<ArrivalModel.Line> lines() {
        var list = new ListView<>(model.lines());
        list.setId("arrival-lines");
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPrefHeight(260);
        list.setPlaceholder(new Label(texts.get("stock.arrival_choose")));
        return list;
    }

    private GoodsLinePane row(ArrivalModel.Line line) {
        Quantity left = line.left();
        String key =
                left.isZero()
                        ? "stock.arrival_right"
                        : left.isPositive() ? "stock.arrival_missing" : "stock.arrival_over";
        return new GoodsLinePane(
                workplace,
                line.item(),
                line.arrived(),
                texts.get(key, workplace.formats().quantity(left.abs())),
                !left.isZero());
    }

    private ScanBar bar() {
        var all = new Button(texts.get("stock.arrival_all"));
        all.setId("arrival-all");
        all.setOnAction(_ -> model.cameAll());
        return new ScanBar(texts, "arrival-quantity", model::typed)
                .with(all)
                .books(
                        "book-arrival",
                        texts.get("stock.arrival_book"),
                        model::book,
                        model.busyProperty());
    }

    @Override
    public boolean isAllowed() {
        return workplace.may(Permission.RECEIVE_STOCK);
    }

    @Override
    public void shown() {
        model.refresh();
        incoming.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public void book() {
        model.book();
    }
}
