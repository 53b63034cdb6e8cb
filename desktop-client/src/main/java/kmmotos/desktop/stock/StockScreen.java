package kmmotos.desktop.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Search at the left; at the right the chosen item, or what is being done with goods: received,
/// counted, sent to another store, or unpacked from one; or what is missing for web orders.
public final class StockScreen implements Screen {

    private final Workplace workplace;
    private final StockModels models;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TextField search = new TextField();
    private final TableView<Item> table;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton itemSide;
    private final Map<ToggleButton, StockSide> sides = new LinkedHashMap<>();
    private final ScrollPane right = new ScrollPane();
    private final ItemPane itemPane;
    private final FlowPane bar = new FlowPane();

    /// @param more what other features bring, behind the stock's own sides
    /// @param actions what they do with the item in front
    public StockScreen(
            Workplace workplace, StockModels models, List<SideTab> more, List<ItemAction> actions) {
        this.workplace = workplace;
        this.models = models;
        this.texts = workplace.texts();
        this.table = table();
        this.itemPane = new ItemPane(workplace, models, actions, this::turnTo);
        this.itemSide = side("stock.side_item", "F4", "side-item");
        addSides(more);
        right.setFitToWidth(true);
        VBox.setVgrow(right, Priority.ALWAYS);
        var rightHalf = new VBox(bar, right);
        rightHalf.getStyleClass().addAll("column", "stock-right");
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(left(), rightHalf);
        var items = models.items();
        items.chosenProperty().subscribe(_ -> showSide());
        items.chosenProperty().subscribe(chosen -> select(chosen.map(Item::sku)));
        items.found()
                .addListener(
                        (ListChangeListener<Item>)
                                _ -> select(items.chosenProperty().get().map(Item::sku)));
    }

    private void addSides(List<SideTab> more) {
        sides.put(
                side("stock.side_delivery", "F5", "side-delivery"),
                new DeliveryPane(workplace, models.delivery()));
        sides.put(
                side("stock.side_count", "F6", "side-count"),
                new CountPane(workplace, models.count()));
        sides.put(
                side("stock.side_send", "F7", "side-send"), new SendPane(workplace, models.send()));
        sides.put(
                side("stock.side_arrivals", "F8", "side-arrivals"),
                new ArrivalPane(workplace, models.arrival()));
        sides.put(
                side("stock.side_shortages", "F9", "side-shortages"),
                new ShortagePane(workplace, models.shortages()));
        more.forEach(tab -> sides.put(side(tab.text(), tab.key(), tab.id()), tab.pane()));
        bar.getChildren().add(itemSide);
        bar.getChildren().addAll(sides.keySet());
        sides.keySet().forEach(side -> side.getStyleClass().add("center-pill"));
        itemSide.getStyleClass().add("left-pill");
        bar.getChildren().getLast().getStyleClass().remove("center-pill");
        bar.getChildren().getLast().getStyleClass().add("right-pill");
        itemSide.setSelected(true);
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    } else {
                        showSide();
                        side().ifPresent(StockSide::shown);
                    }
                });
    }

    private ToggleButton side(String text, String key, String id) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        var side = new ToggleButton(texts.get(text), cap);
        side.setId(id);
        side.setToggleGroup(group);
        side.setFocusTraversable(false);
        side.setMinWidth(Region.USE_PREF_SIZE);
        side.getStyleClass().add("small");
        side.managedProperty().bind(side.visibleProperty());
        side.setAccessibleText(texts.get(text) + ", " + key);
        return side;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        sides.forEach((toggle, side) -> toggle.setVisible(side.isAllowed()));
        if (side().filter(side -> !side.isAllowed()).isPresent()) {
            group.selectToggle(itemSide);
        }
        models.items().refresh();
        side().ifPresentOrElse(StockSide::shown, search::requestFocus);
    }

    @Override
    public boolean scanned(String code) {
        side().ifPresentOrElse(side -> side.scanned(code), () -> models.items().scanned(code));
        return true;
    }

    @Override
    public List<Shortcut> shortcuts() {
        Optional<StockSide> asking = side().filter(StockSide::isAsking);
        if (asking.isPresent()) {
            return List.of(Shortcut.of(KeyCode.ESCAPE, asking.get()::cancel));
        }
        if (models.items().approvals().askedProperty().get().isPresent()) {
            return List.of(Shortcut.of(KeyCode.ESCAPE, models.items().approvals()::cancel));
        }
        List<Shortcut> shortcuts = new ArrayList<>();
        shortcuts.add(Shortcut.of(KeyCode.F3, search::requestFocus));
        shortcuts.add(Shortcut.of(KeyCode.F4, () -> group.selectToggle(itemSide)));
        sides.keySet().forEach(side -> shortcuts.add(new Shortcut(key(side), () -> turnTo(side))));
        shortcuts.add(Shortcut.of(KeyCode.F12, () -> side().ifPresent(StockSide::book)));
        return shortcuts;
    }

    private void turnTo(String id) {
        sides.keySet().stream().filter(side -> side.getId().equals(id)).forEach(this::turnTo);
    }

    private void turnTo(ToggleButton side) {
        if (side.isVisible()) {
            group.selectToggle(side);
        }
    }

    private static KeyCombination key(ToggleButton side) {
        return KeyCombination.valueOf(((Label) side.getGraphic()).getText());
    }

    private Optional<StockSide> side() {
        return Optional.ofNullable(group.getSelectedToggle())
                .map(toggle -> sides.get((ToggleButton) toggle));
    }

    private Node left() {
        search.setId("stock-search");
        search.setPromptText(texts.get("stock.search"));
        search.setAccessibleText(texts.get("stock.search"));
        search.textProperty().subscribe(models.items()::search);
        search.setOnAction(_ -> intoTheList());
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN) {
                        event.consume();
                        intoTheList();
                    }
                });
        VBox.setVgrow(table, Priority.ALWAYS);
        var card = new Card(texts.get("stock.title"), search, table);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private TableView<Item> table() {
        var formats = workplace.formats();
        var items = new TableView<>(models.items().found());
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

    /// Enter or Down after searching: the first item found, and from there with Up and Down.
    private void intoTheList() {
        if (!table.getItems().isEmpty()) {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        }
    }

    /// The list marks what is shown beside it, however it was chosen, or nothing: a row that stays
    /// marked would come back with the next refresh, and the wrong item would be corrected.
    private void select(Optional<Sku> shown) {
        var marked = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        if (marked.map(Item::sku).equals(shown)) {
            return;
        }
        var row =
                table.getItems().stream().filter(it -> shown.filter(it.sku()::equals).isPresent());
        row.findFirst()
                .ifPresentOrElse(
                        table.getSelectionModel()::select,
                        table.getSelectionModel()::clearSelection);
    }

    private void choose(@Nullable Item item) {
        if (item != null) {
            models.items().choose(item);
        }
    }

    private void showSide() {
        right.setContent(side().map(Node.class::cast).orElseGet(this::chosenItem));
    }

    private Node chosenItem() {
        return models.items()
                .chosenProperty()
                .get()
                .<Node>map(item -> {
                    itemPane.show(item);
                    return itemPane;
                })
                .orElseGet(() ->
                        new EmptyNote(
                                MaterialDesignP.PACKAGE_VARIANT,
                                texts.get("stock.choose"),
                                texts.get("stock.choose_text")));
    }
}
