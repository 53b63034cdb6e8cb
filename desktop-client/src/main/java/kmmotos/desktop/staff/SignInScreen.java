package kmmotos.desktop.staff;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.staff.StaffMember;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// In front while nobody is signed in: who are you, and your PIN; by keyboard, mouse or finger.
public final class SignInScreen implements Screen {
    private final SignInModel model;
    private final Texts texts;
    private final PasswordField pin = new PasswordField();
    private final TilePane people = new TilePane();
    private final StackPane view = new StackPane();
    private final VBox card;

    public SignInScreen(SignInModel model, Texts texts, String storeName) {
        this.model = model;
        this.texts = texts;
        var mark = new StackPane(new FontIcon(MaterialDesignM.MOTORBIKE));
        mark.getStyleClass().add("mark");
        var name = new Label(texts.get("ui.title"));
        name.getStyleClass().add("screen-title");
        var store = new Label(storeName);
        store.getStyleClass().add("muted");
        var head = new HBox(mark, new VBox(name, store));
        head.getStyleClass().add("sign-in-head");
        var right = new VBox(pinBox(), pad());
        right.getStyleClass().add("sign-in-pin");
        people.getStyleClass().add("people");
        var body = new HBox(people, right);
        body.getStyleClass().add("sign-in-body");
        card = new VBox(head, body);
        card.getStyleClass().addAll("card", "sign-in");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        view.getChildren().add(card);
        model.people().addListener((ListChangeListener<StaffMember>) _ -> showPeople());
        model.chosenProperty().subscribe(_ -> showPeople());
        model.operatorProperty().subscribe(_ -> pin.clear());
        model.checkingProperty().subscribe(_ -> pin.requestFocus());
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typedAnywhere);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
    }

    /// Adds the way into training, or out of it.
    public void trainingBy(Button turn) {
        turn.setId("training");
        card.getChildren().add(turn);
    }

    private void arrow(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    default -> 0;
                };
        if (step != 0 && !pin.isDisabled()) {
            event.consume();
            pin.clear();
            model.chooseNext(step);
        }
    }

    /// A PIN is heard whatever has the focus.
    private void typedAnywhere(KeyEvent event) {
        boolean isDigit = event.getCharacter().matches("[0-9]");
        if (isDigit && !pin.isFocused() && !pin.isDisabled()) {
            pin.requestFocus();
            pin.appendText(event.getCharacter());
            event.consume();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        pin.clear();
        model.refresh();
        pin.requestFocus();
    }

    private Node pinBox() {
        pin.setId("pin");
        pin.setPromptText(texts.get("staff.pin"));
        pin.setAccessibleText(texts.get("staff.pin"));
        pin.setTextFormatter(PinText.formatter());
        pin.disableProperty().bind(model.checkingProperty());
        pin.setOnAction(_ -> signIn());
        var trouble = new Label();
        trouble.setId("sign-in-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        var box = new VBox(pin, trouble);
        box.getStyleClass().add("pin-box");
        return box;
    }

    private Node pad() {
        var pad = new GridPane();
        pad.getStyleClass().add("pin-pad");
        for (int digit = 1; digit <= 9; digit++) {
            var text = Integer.toString(digit);
            pad.add(key(text, () -> pin.appendText(text)), (digit - 1) % 3, (digit - 1) / 3);
        }
        pad.add(
                icon(
                        MaterialDesignB.BACKSPACE_OUTLINE,
                        texts.get("staff.pin.erase"),
                        pin::deletePreviousChar),
                0,
                3);
        pad.add(key("0", () -> pin.appendText("0")), 1, 3);
        var enter = icon(MaterialDesignA.ARROW_RIGHT, texts.get("staff.pin.sign_in"), this::signIn);
        enter.setId("sign-in");
        enter.getStyleClass().add("primary");
        pad.add(enter, 2, 3);
        return pad;
    }

    private static Button key(String text, Runnable action) {
        var key = new Button(text);
        key.setFocusTraversable(false);
        key.setOnAction(_ -> action.run());
        return key;
    }

    private static Button icon(org.kordamp.ikonli.Ikon icon, String name, Runnable action) {
        var key = key("", action);
        key.setGraphic(new FontIcon(icon));
        key.setAccessibleText(name);
        return key;
    }

    private void showPeople() {
        people.getChildren().setAll(model.people().stream().map(this::tile).toList());
        pin.requestFocus();
    }

    private Node tile(StaffMember member) {
        var initials = new Label(initials(member.name()));
        initials.getStyleClass().add("initials");
        var role =
                new Label(texts.get("staff.role." + member.role().name().toLowerCase(Locale.ROOT)));
        role.getStyleClass().addAll("muted", "small");
        var words = new VBox(new Label(member.name()), role);
        words.setAlignment(Pos.CENTER_LEFT);
        var content = new HBox(initials, words);
        content.getStyleClass().add("tile-content");
        var tile = new ToggleButton(null, content);
        tile.setAccessibleText(member.name());
        tile.getStyleClass().add("person");
        tile.setSelected(model.chosenProperty().get().filter(member::equals).isPresent());
        tile.setOnAction(_ -> {
            model.choose(member);
            tile.setSelected(true);
            pin.clear();
            pin.requestFocus();
        });
        return tile;
    }

    private void signIn() {
        var typed = pin.getText();
        pin.clear();
        model.signIn(typed);
    }

    private static String initials(String name) {
        var stripped = name.strip();
        int lastBlank = stripped.lastIndexOf(' ');
        var first = stripped.substring(0, 1);
        return lastBlank < 0 ? first : first + stripped.charAt(lastBlank + 1);
    }
}
