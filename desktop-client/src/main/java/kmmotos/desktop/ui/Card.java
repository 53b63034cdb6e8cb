package kmmotos.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled panel of a screen.
public final class Card extends VBox {

    public Card(String title, Node... content) {
        getStyleClass().add("card");
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        getChildren().addAll(content);
    }
}
