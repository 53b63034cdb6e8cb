package kmmotos.desktop.sales;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import kmmotos.model.money.Quantity;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// The field that takes everything, with what it found under it.
final class OmniboxPane extends VBox {
    private final SaleModels models;
    private final CustomTextField field = new CustomTextField();
    private final FoundPane found;

    OmniboxPane(SaleModels models) {
        this.models = models;
        this.found = new FoundPane(models, this::taken);
        getStyleClass().add("omnibox");
        var texts = models.desk().texts();
        field.setId("omnibox");
        models.checkout()
                .serials()
                .wantedProperty()
                .subscribe(wanted ->
                        field.setPromptText(
                                wanted.map(piece -> texts.get("sales.serial.prompt", piece.name()))
                                        .orElse(texts.get("sales.omnibox.prompt"))));
        field.setAccessibleText(texts.get("sales.omnibox.prompt"));
        field.setLeft(new FontIcon(MaterialDesignB.BARCODE_SCAN));
        field.setRight(nextQuantity());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.textProperty().addListener((_, _, text) -> models.omnibox().typed(text));
        // While money is taken, Tab and the mouse stay with the money.
        field.disableProperty()
                .bind(models.desk().sale().stateProperty().isEqualTo(SaleState.TENDER));
        getChildren().add(field);
    }

    /// What was found floats over the lines and doesn't push them about.
    Node found() {
        return found;
    }

    String text() {
        return field.getText();
    }

    /// The article the clerk moved to in the list.
    Optional<Article> foundArticle() {
        return found.isVisible() ? found.article() : Optional.empty();
    }

    void focus() {
        field.requestFocus();
    }

    /// Puts the beginning of a command into the field, for the clerk to finish.
    void begin(String command) {
        // First the focus: a field that gets it marks its text, and the next key would wipe it out.
        focus();
        field.setText(command);
        field.positionCaret(command.length());
    }

    void scanned(String code) {
        if (models.omnibox().takeQuantity(field.getText()) || isJustBegun(field.getText())) {
            field.clear();
        }
        models.omnibox().scanned(code);
    }

    /// A command of which the scan is the rest, as a receipt after F10.
    private static boolean isJustBegun(String text) {
        return text.matches("[a-z]{1,2} ");
    }

    /// Esc: empties the field first. Answers whether there was something to empty.
    boolean clear() {
        boolean something = !field.getText().isEmpty() || found.isVisible();
        field.clear();
        models.omnibox().clearFound();
        models.omnibox().forgetQuantity();
        return something;
    }

    private Node nextQuantity() {
        var next = models.omnibox().nextQuantityProperty();
        var pill = new Label();
        pill.getStyleClass().addAll("pill", "accent", "strong");
        pill.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> models.desk().formats().quantity(next.get()) + " ×", next));
        pill.visibleProperty().bind(next.isNotEqualTo(Quantity.ONE));
        pill.managedProperty().bind(pill.visibleProperty());
        return pill;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> enter();
            case DOWN -> move(1);
            case UP -> move(-1);
            case ADD -> {
                if (!field.getText().isEmpty()) {
                    return;
                }
                models.checkout().total();
            }
            case DELETE -> {
                if (!field.getText().isEmpty()) {
                    return;
                }
                models.lines().voidChosen();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter() {
        if (found.isVisible() && found.takeChosen()) {
            return;
        }
        var text = field.getText();
        field.clear();
        models.omnibox().submit(text);
    }

    private void move(int step) {
        if (found.isVisible()) {
            found.move(step);
        } else {
            models.desk().sale().chooseNext(step);
        }
    }

    private void taken() {
        field.clear();
        focus();
    }
}
