package kmmotos.desktop.deposits;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.deposits.CounterOrdersModel.Shown;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Special orders and goods put aside: the list with its search at the left, the one that is worked
/// on at the right.
public final class CounterOrdersScreen implements Screen {

    private final CounterOrdersModel model;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TextField search = new TextField();
    private final ListView<Shown> list;
    private final CounterOrderPane pane;
    private final ScrollPane detail;
    private final StackPane right = new StackPane();

    public CounterOrdersScreen(Workplace workplace, CounterOrdersModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.list = new ListView<>(model.orders());
        this.pane = new CounterOrderPane(workplace, model);
        this.detail = new ScrollPane(pane);
        detail.setFitToWidth(true);
        list.setId("counter-orders");
        list.setCellFactory(_ -> new CounterOrderCell(workplace));
        list.setPlaceholder(note("orders.counter.none", "orders.counter.none_text"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        search.setId("counter-order-search");
        search.setPromptText(texts.get("orders.counter.search"));
        search.setAccessibleText(texts.get("orders.counter.search"));
        search.textProperty().subscribe(model::search);
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new Card(texts.get("orders.counter.title"), search, list);
        left.getStyleClass().add("order-list");
        HBox.setHgrow(right, Priority.ALWAYS);
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(left, right);
        model.chosenProperty().subscribe(_ -> show());
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
        return model.scanned(code);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(KeyCode.F3, search::requestFocus),
                Shortcut.of(KeyCode.F9, model::print),
                Shortcut.of(KeyCode.F12, pane::next));
    }

    private void choose(@Nullable Shown order) {
        if (order != null) {
            model.choose(order);
        }
    }

    private void show() {
        model.chosenProperty()
                .get()
                .ifPresentOrElse(
                        order -> {
                            pane.show(order);
                            right.getChildren().setAll(detail);
                            select(order);
                        },
                        () ->
                                right.getChildren()
                                        .setAll(note("orders.choose", "orders.choose_text")));
    }

    /// Only when it is another one: selecting the chosen order again would come back here.
    private void select(Shown order) {
        if (!order.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(order);
        }
    }

    private EmptyNote note(String titleKey, String textKey) {
        return new EmptyNote(
                MaterialDesignC.CLIPBOARD_CLOCK_OUTLINE, texts.get(titleKey), texts.get(textKey));
    }
}
