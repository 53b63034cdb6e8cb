package kmmotos.desktop.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The layer over the screen where dialogs are shown, the newest on top. Esc closes the top one.
/// Focus goes back to where it was.
public final class Dialogs extends StackPane {
    private final Texts texts;
    private final Node behind;
    private final Deque<Open> open = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();

    private record Open(Dialog dialog, Node cover, @Nullable Node cameFrom) {}

    /// @param behind can't be used while a dialog is open: no Tab and no letter goes there
    Dialogs(Texts texts, Node behind) {
        this.texts = texts;
        this.behind = behind;
        getStyleClass().add("dialogs");
        setVisible(false);
    }

    public void show(Dialog dialog) {
        var cameFrom = getScene() == null ? null : getScene().getFocusOwner();
        var cover = cover(dialog);
        open.push(new Open(dialog, cover, cameFrom));
        getChildren().add(cover);
        setVisible(true);
        showing.set(true);
        behind.setDisable(true);
        // What scrolls is in the window only once its skin is there, and can't have the focus
        // before.
        cover.applyCss();
        cover.requestFocus();
        dialog.firstFocus().requestFocus();
    }

    public void close(Dialog dialog) {
        var found = open.stream().filter(entry -> entry.dialog().equals(dialog)).findFirst();
        if (found.isEmpty()) {
            return;
        }
        open.remove(found.get());
        getChildren().remove(found.get().cover());
        setVisible(!open.isEmpty());
        behind.setDisable(!open.isEmpty());
        var cameFrom = found.get().cameFrom();
        if (cameFrom != null) {
            cameFrom.requestFocus();
        }
        showing.set(!open.isEmpty());
    }

    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    boolean scanned(String code) {
        var top = open.peek();
        return top != null && top.dialog().scanned(code);
    }

    void cancelTop() {
        var top = open.peek();
        if (top != null) {
            close(top.dialog());
            top.dialog().cancelled();
        }
    }

    public void cancelAll() {
        while (!open.isEmpty()) {
            cancelTop();
        }
    }

    private Node cover(Dialog dialog) {
        var title = new Label(dialog.title());
        title.getStyleClass().add("dialog-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.setAccessibleText(texts.get("ui.close"));
        close.setFocusTraversable(false);
        close.getStyleClass().addAll("flat", "button-icon");
        close.setOnAction(_ -> cancelTop());
        var header = new HBox(title, close);
        header.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(header, dialog.view());
        card.getStyleClass().add("dialog");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var cover = new StackPane(card);
        cover.getStyleClass().add("cover");
        return cover;
    }
}
