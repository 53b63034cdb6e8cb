package kmmotos.desktop.purchasing;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import kmmotos.desktop.purchasing.GoodsInModel.Line;
import kmmotos.desktop.purchasing.PurchaseBook.Awaited;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.stock.GoodsLinePane;
import kmmotos.desktop.stock.ScanBar;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is awaited from suppliers, and what of it is being unpacked.
public final class GoodsInPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final GoodsInModel model;
    private final Texts texts;
    private final ListView<Awaited> orders;
    private final TextField reference = new TextField();
    private final TextField damaged = new TextField();
    private final ScanBar bar;

    public GoodsInPane(Workplace workplace, GoodsInModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.orders = orders();
        this.bar = bar();
        getStyleClass().add("column");
        reference.setId("goods-in-note");
        reference.setPromptText(texts.get("stock.delivery_note"));
        reference.setAccessibleText(texts.get("stock.delivery_note"));
        getChildren()
                .addAll(
                        new ApprovalPane(model.approvals(), texts, bar::focus),
                        new Card(texts.get("purchasing.awaited"), orders),
                        new Card(
                                texts.get("purchasing.goods_in"), hint(), lines(), reference, bar));
    }

    private ListView<Awaited> orders() {
        var list = new ListView<>(model.awaited());
        list.setId("purchase-orders");
        list.setPrefHeight(105);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                        texts.get("purchasing.none_awaited"),
                        texts.get("purchasing.none_awaited_text")));
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

    private String words(Awaited order) {
        return String.join(
                " · ",
                order.number(),
                order.supplier(),
                texts.get("purchasing.expected", workplace.formats().date(order.expected())),
                texts.count("stock.arrival_lines", order.lines().size()));
    }

    private Label hint() {
        var hint = new Label(texts.get("purchasing.goods_in_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private ListView<Line> lines() {
        var list = new ListView<>(model.lines());
        list.setId("goods-in-lines");
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPrefHeight(215);
        list.setPlaceholder(new Label(texts.get("purchasing.choose")));
        return list;
    }

    private GoodsLinePane row(Line line) {
        var remark = new StringBuilder(remark(line));
        if (line.damaged().isPositive()) {
            remark.append(" · ")
                    .append(
                            texts.get(
                                    "purchasing.damaged",
                                    workplace.formats().quantity(line.damaged())));
        }
        boolean attention = !line.still().isZero() || line.damaged().isPositive();
        return new GoodsLinePane(workplace, line.item(), line.good(), remark.toString(), attention);
    }

    private String remark(Line line) {
        if (!line.ordered()) {
            return texts.get("purchasing.unordered");
        }
        var still = line.still();
        String key =
                still.isZero()
                        ? "stock.arrival_right"
                        : still.isPositive() ? "purchasing.still" : "stock.arrival_over";
        return texts.get(key, workplace.formats().quantity(still.abs()));
    }

    private ScanBar bar() {
        damaged.setId("goods-in-damaged");
        damaged.setPromptText(texts.get("purchasing.how_many_damaged"));
        damaged.setAccessibleText(texts.get("purchasing.how_many_damaged"));
        damaged.setPrefColumnCount(8);
        damaged.setOnAction(_ -> {
            if (!damaged.getText().isBlank()) {
                model.damaged(damaged.getText());
                damaged.clear();
            }
        });
        var all = new Button(texts.get("stock.arrival_all"));
        all.setId("goods-in-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> model.cameAll());
        return new ScanBar(texts, "goods-in-quantity", model::typed)
                .with(damaged)
                .with(all)
                .books(
                        "book-goods-in",
                        texts.get("stock.arrival_book"),
                        this::book,
                        model.busyProperty());
    }

    @Override
    public boolean isAllowed() {
        return workplace.may(Permission.RECEIVE_STOCK);
    }

    @Override
    public void shown() {
        model.refresh();
        orders.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public void book() {
        model.book(reference.getText());
        if (model.chosenProperty().get().isEmpty()) {
            reference.clear();
        }
    }

    @Override
    public boolean isAsking() {
        return model.approvals().askedProperty().get().isPresent();
    }

    @Override
    public void cancel() {
        model.approvals().cancel();
    }
}
