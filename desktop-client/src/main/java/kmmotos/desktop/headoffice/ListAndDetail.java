package kmmotos.desktop.headoffice;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list at the left; at the right what is chosen there, as cards one below the other.
class ListAndDetail extends HBox {
    private final VBox detail = new VBox();

    ListAndDetail() {
        getStyleClass().addAll("split", "tab-content");
        detail.getStyleClass().add("column");
    }

    final void showList(TableView<?> list) {
        HBox.setHgrow(list, Priority.ALWAYS);
        var scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(440);
        scroll.setPrefWidth(560);
        getChildren().setAll(list, scroll);
    }

    final void clearDetail() {
        detail.getChildren().clear();
    }

    final void addDetail(Node... cards) {
        detail.getChildren().addAll(cards);
    }
}
