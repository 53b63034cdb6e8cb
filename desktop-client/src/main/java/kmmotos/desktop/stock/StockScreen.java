package kmmotos.desktop.stock;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Search at the left; at the right the chosen item, or the delivery that is being taken in.
public final class StockScreen implements Screen {

    private final Workplace workplace;
    private final StockModel model;
    private final DeliveryModel delivery;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TextField search = new TextField();
    private final TableView<Item> table;
    private final ToggleButton itemSide;
    private final ToggleButton deliverySide;
    private final ScrollPane right = new ScrollPane();
    private final ItemPane itemPane;
    private final DeliveryPane deliveryPane;

    public StockScreen(Workplace workplace, StockModel model, DeliveryModel delivery) {
        this.workplace = workplace;
        this.model = model;
        this.delivery = delivery;
        this.texts = workplace.texts();
        this.table = table();
        this.itemPane = new ItemPane(workplace, model, delivery);
        this.deliveryPane = new DeliveryPane(workplace, delivery);
        this.itemSide = new ToggleButton(texts.get("stock.side_item"));
        this.deliverySide = new ToggleButton(texts.get("stock.side_delivery"));
        var sides = new VBox(sides(), right);
        sides.getStyleClass().addAll("column", "stock-right");
        right.setFitToWidth(true);
        VBox.setVgrow(right, Priority.ALWAYS);
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(left(), sides);
        model.chosenProperty().subscribe(_ -> showSide());
        delivery.lines().subscribe(this::showSide);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        search.requestFocus();
    }

    @Override
    public boolean scanned(String code) {
        if (deliverySide.isSelected()) {
            delivery.scanned(code);
        } else {
            model.scanned(code);
        }
        return true;
    }

    private Node left() {
        search.setId("stock-search");
        search.setPromptText(texts.get("stock.search"));
        search.setAccessibleText(texts.get("stock.search"));
        search.textProperty().subscribe(model::search);
        VBox.setVgrow(table, Priority.ALWAYS);
        var card = new Card(texts.get("stock.title"), search, table);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private TableView<Item> table() {
        var formats = workplace.formats();
        var items = new TableView<>(model.found());
        items.setId("stock-items");
        items.getColumns().add(new TextColumn<>(texts.get("stock.item"), 300, Item::description));
        items.getColumns().add(new TextColumn<>("SKU", 130, item -> item.sku().toString()));
        items.getColumns()
                .add(
                        new TextColumn<Item>(
                                        texts.get("stock.on_hand"),
                                        90,
                                        item -> formats.quantity(item.onHand()))
                                .right());
        items.getColumns()
                .add(
                        new TextColumn<Item>(
                                        texts.get("stock.reserved"),
                                        90,
                                        item -> formats.quantity(item.reserved()))
                                .right());
        items.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        items.setPlaceholder(
                new EmptyNote(
                        MaterialDesignM.MAGNIFY,
                        texts.get("stock.nothing"),
                        texts.get("stock.nothing_text")));
        items.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        return items;
    }

    private Node sides() {
        var group = new ToggleGroup();
        itemSide.setToggleGroup(group);
        deliverySide.setToggleGroup(group);
        deliverySide.setId("side-delivery");
        itemSide.setSelected(true);
        itemSide.getStyleClass().add("left-pill");
        deliverySide.getStyleClass().add("right-pill");
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    }
                    showSide();
                });
        return new HBox(itemSide, deliverySide);
    }

    private void choose(@Nullable Item item) {
        if (item != null) {
            model.choose(item);
        }
    }

    private void showSide() {
        if (deliverySide.isSelected()) {
            right.setContent(deliveryPane);
            return;
        }
        right.setContent(
                model.chosenProperty()
                        .get()
                        .<Node>map(item -> {
                            itemPane.show(item);
                            return itemPane;
                        })
                        .orElseGet(() ->
                                new EmptyNote(
                                        MaterialDesignP.PACKAGE_VARIANT,
                                        texts.get("stock.choose"),
                                        texts.get("stock.choose_text"))));
    }
}
