package kmmotos.desktop.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Messages as cards in a corner of the window, above the sale's totals but never over what is
/// typed. They leave by themselves; only a problem stays until it is dismissed or newer messages
/// push it out.
final class MessagePane extends VBox {
    private static final Duration GOOD_NEWS_STAYS = Duration.seconds(5);
    private static final Duration WARNING_STAYS = Duration.seconds(12);

    private final Messages messages;
    private final Texts texts;

    MessagePane(Messages messages, Texts texts) {
        this.messages = messages;
        this.texts = texts;
        getStyleClass().add("messages");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        messages.shown().addListener((ListChangeListener<Message>) this::changed);
    }

    /// Never over the keys at the foot of the screen in front.
    void stayAbove(Optional<Region> foot) {
        translateYProperty().unbind();
        setTranslateY(0);
        foot.ifPresent(bar -> translateYProperty().bind(bar.heightProperty().negate()));
    }

    private void changed(ListChangeListener.Change<? extends Message> change) {
        while (change.next()) {
            getChildren().removeIf(card -> change.getRemoved().contains(card.getUserData()));
            change.getAddedSubList().forEach(message -> getChildren().add(card(message)));
        }
    }

    private Node card(Message message) {
        var text = new Label(message.text(), new FontIcon(icon(message.kind())));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var dismiss = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        dismiss.setAccessibleText(texts.get("ui.dismiss"));
        dismiss.setFocusTraversable(false);
        dismiss.getStyleClass().addAll("flat", "button-icon", "small");
        dismiss.setOnAction(_ -> messages.dismiss(message));
        var card = new HBox(text, dismiss);
        card.getStyleClass().addAll("message", message.kind().name().toLowerCase(Locale.ROOT));
        card.setUserData(message);
        stay(message.kind())
                .ifPresent(stay -> {
                    var pause = new PauseTransition(stay);
                    pause.setOnFinished(_ -> leave(card, message));
                    pause.play();
                });
        return card;
    }

    /// Said again, a message has a new card with a stay of its own.
    private void leave(Node card, Message message) {
        if (getChildren().contains(card)) {
            messages.dismiss(message);
        }
    }

    private static Optional<Duration> stay(Message.Kind kind) {
        return switch (kind) {
            case DONE, NOTE -> Optional.of(GOOD_NEWS_STAYS);
            case WARNING, REFUSAL -> Optional.of(WARNING_STAYS);
            case PROBLEM -> Optional.empty();
        };
    }

    private static Ikon icon(Message.Kind kind) {
        return switch (kind) {
            case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case REFUSAL -> MaterialDesignC.CLOSE_OCTAGON_OUTLINE;
            case PROBLEM -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
        };
    }
}
