package kmmotos.desktop.headoffice;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.HandTyped;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// Asks for the head-office account. A PIN is not enough here: these are the figures of the chain.
final class HeadOfficeSignIn extends StackPane {

    HeadOfficeSignIn(Workplace workplace, HeadOfficeModel model) {
        Texts texts = workplace.texts();
        var why = new Label(texts.get("headoffice.sign_in_text"));
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        var login = new TextField();
        login.setId("headoffice-login");
        var password = new PasswordField();
        password.setId("headoffice-password");
        // A password filler types as fast as a scanner.
        HandTyped.mark(login);
        HandTyped.mark(password);
        var go = new Button(texts.get("headoffice.sign_in"));
        go.setId("headoffice-sign-in");
        go.getStyleClass().addAll("primary", "wide", "tall");
        go.disableProperty().bind(model.busyProperty());
        Runnable signIn =
                () -> {
                    model.signIn(login.getText(), password.getText());
                    password.clear();
                };
        go.setOnAction(_ -> signIn.run());
        password.setOnAction(_ -> signIn.run());
        login.setOnAction(_ -> password.requestFocus());
        var trouble = new Label();
        trouble.setId("sign-in-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("bad");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var card =
                new Card(
                        texts.get("headoffice.title"),
                        why,
                        named(texts.get("headoffice.login"), login),
                        login,
                        named(texts.get("headoffice.password"), password),
                        password,
                        trouble,
                        go);
        card.getStyleClass().add("sign-in-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
    }

    private static Label named(String name, TextField field) {
        var label = new Label(name);
        label.setLabelFor(field);
        return label;
    }
}
