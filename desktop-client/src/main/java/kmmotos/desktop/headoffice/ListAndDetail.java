package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// A list at the left; at the right what is chosen there, as cards one below the other.
abstract class ListAndDetail<T> extends HBox {
    final Texts texts;
    final Formats formats;
    private final TableView<T> table = new TableView<>();
    private final VBox detail = new VBox();
    private final VBox right = new VBox(8);

    ListAndDetail(Workplace workplace) {
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("split", "tab-content");
        detail.getStyleClass().add("column");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        HBox.setHgrow(table, Priority.ALWAYS);
        var scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        right.getChildren().setAll(scroll);
        right.setMinWidth(440);
        right.setPrefWidth(560);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(table, right);
    }

    /// @param nothing stands in the list while it is empty
    /// @param choose hears what is chosen in the list
    final void list(
            String id, ObservableList<T> items, Node nothing, Consumer<Optional<T>> choose) {
        table.setId(id);
        table.setItems(items);
        table.setPlaceholder(nothing);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> choose.accept(Optional.ofNullable(one)));
    }

    final TextColumn<T> column(String title, double width, Function<T, String> text) {
        var column = new TextColumn<>(texts.get(title), width, text);
        table.getColumns().add(column);
        return column;
    }

    /// @param nothing stands at the right while nothing is chosen
    final void detail(ReadOnlyObjectProperty<Optional<T>> chosen, EmptyNote nothing) {
        chosen.subscribe(
                one -> detail.getChildren().setAll(one.map(this::cards).orElse(List.of(nothing))));
    }

    /// What stands at the right whatever is chosen.
    final void above(Node node) {
        right.getChildren().addFirst(node);
    }

    /// What the chosen one is about and what can be done.
    abstract List<Node> cards(T chosen);
}
