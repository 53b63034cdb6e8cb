package kmmotos.desktop.orders;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The orders at the left, the one that is worked on at the right.
public final class OrdersScreen implements Screen {

    private final Workplace workplace;
    private final OrdersModel model;
    private final HBox view = new HBox();
    private final ListView<Order> list;
    private final OrderPane pane;
    private final ScrollPane detail;
    private Optional<Order> shown = Optional.empty();
    private final StackPane right = new StackPane();

    public OrdersScreen(Workplace workplace, OrdersModel model) {
        this.workplace = workplace;
        this.model = model;
        this.list = new ListView<>(model.orders());
        this.pane = new OrderPane(workplace, model);
        this.detail = new ScrollPane(pane);
        detail.setFitToWidth(true);
        list.setId("orders");
        list.setCellFactory(_ -> new OrderCell(workplace));
        list.setPlaceholder(note("orders.none", "orders.none_text"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new Card(workplace.texts().get("orders.title"), list);
        left.getStyleClass().add("order-list");
        HBox.setHgrow(right, Priority.ALWAYS);
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(left, right);
        model.chosenProperty().subscribe(_ -> show());
        model.pickingProperty().subscribe(_ -> show());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        list.requestFocus();
    }

    @Override
    public boolean scanned(String code) {
        return model.scanned(code);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of(KeyCode.F12, pane::next));
    }

    private void choose(@Nullable Order order) {
        if (order != null) {
            model.choose(order);
        }
    }

    private void show() {
        model.chosenProperty()
                .get()
                .ifPresentOrElse(
                        order -> {
                            pane.show(order, model.pickingProperty().get());
                            right.getChildren().setAll(detail);
                            select(order);
                            followStep(order);
                        },
                        () ->
                                right.getChildren()
                                        .setAll(note("orders.choose", "orders.choose_text")));
    }

    /// When a step of the shown order is done, the keys go to the next one.
    private void followStep(Order order) {
        boolean sameOrder = shown.filter(it -> it.orderId().equals(order.orderId())).isPresent();
        boolean stepDone = shown.filter(it -> !it.state().equals(order.state())).isPresent();
        shown = Optional.of(order);
        if (sameOrder && stepDone && !(order.state() instanceof OrderState.Placed)) {
            Platform.runLater(pane::next);
        }
    }

    /// Only when it is another one: selecting the chosen order again would come back here.
    private void select(Order order) {
        if (!order.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(order);
        }
    }

    private EmptyNote note(String titleKey, String textKey) {
        return new EmptyNote(
                MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                workplace.texts().get(titleKey),
                workplace.texts().get(textKey));
    }
}
