package kmmotos.desktop.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where nothing is to be seen yet, and says what would be there.
public final class EmptyNote extends VBox {

    public EmptyNote(Ikon icon, String title, String text) {
        getStyleClass().add("empty");
        var heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        var words = new Label(text);
        words.setWrapText(true);
        getChildren().addAll(new FontIcon(icon), heading, words);
    }
}
