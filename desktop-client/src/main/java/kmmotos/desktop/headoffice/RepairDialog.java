package kmmotos.desktop.headoffice;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// The PIN once more; then the store's part of the work list.
public final class RepairDialog implements Dialog {
    private static final double WIDTH = 1_080;
    private static final double HEIGHT = 560;

    private final RepairModel model;
    private final Texts texts;
    private final PasswordField pin = new PasswordField();
    private final StackPane view = new StackPane();
    private final Node question;
    private final ExceptionsPane list;

    public RepairDialog(Workplace workplace, RepairModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.question = question();
        this.list = new ExceptionsPane(workplace, model.exceptions());
        list.setPrefSize(WIDTH, HEIGHT);
        view.getStyleClass().add("repair");
        model.signedInProperty().subscribe(this::show);
    }

    @Override
    public String title() {
        return texts.get("headoffice.repair");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return pin;
    }

    @Override
    public void cancelled() {
        model.signOut();
    }

    private void show(boolean signedIn) {
        view.getChildren().setAll(signedIn ? list : question);
    }

    private Node question() {
        var why = new Label(texts.get("headoffice.repair_why"));
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        pin.setId("repair-pin");
        pin.setPromptText(texts.get("staff.pin"));
        pin.setAccessibleText(texts.get("staff.pin"));
        pin.setOnAction(_ -> go());
        pin.disableProperty().bind(model.busyProperty());
        var trouble = new Label();
        trouble.setId("repair-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var go = KeyCap.button("Enter", texts.get("headoffice.repair_go"), this::go);
        go.getStyleClass().add("primary");
        var box = new VBox(why, pin, trouble, go);
        box.getStyleClass().addAll("column", "dialog-body");
        box.setPrefWidth(420);
        return box;
    }

    private void go() {
        var typed = pin.getText();
        pin.clear();
        model.signIn(typed);
    }
}
