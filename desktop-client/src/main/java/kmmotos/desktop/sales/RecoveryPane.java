package kmmotos.desktop.sales;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.model.payments.PaymentIntent;

/// Asks, after a crash, whether a card payment that was begun was taken. Neither answer is the
/// default.
final class RecoveryPane extends VBox {
    private final SaleModels models;
    private final Label question = new Label();
    private final TextField reference = new TextField();

    RecoveryPane(SaleModels models) {
        this.models = models;
        var texts = models.desk().texts();
        getStyleClass().addAll("card", "approval");
        var title = new Label(texts.get("sales.recovery.title"));
        title.getStyleClass().add("section-title");
        question.setWrapText(true);
        reference.setPromptText(texts.get("sales.recovery.reference"));
        reference.setAccessibleText(texts.get("sales.recovery.reference"));
        var taken =
                KeyCap.button(
                        texts.keys().shown(CounterKey.CARD_WAS_TAKEN),
                        texts.get("sales.recovery.taken"),
                        () -> models.recovery().wasTaken(reference.getText()));
        taken.setId("payment-taken");
        taken.getStyleClass().add("wide");
        var not =
                KeyCap.button(
                        texts.keys().shown(CounterKey.CARD_WAS_NOT_TAKEN),
                        texts.get("sales.recovery.not_taken"),
                        models.recovery()::wasNotTaken);
        not.setId("payment-not-taken");
        not.getStyleClass().add("wide");
        getChildren().addAll(title, question, reference, taken, not);
        models.recovery().questionProperty().subscribe(this::show);
    }

    /// Whether the question stands.
    boolean asks() {
        return isVisible();
    }

    void taken() {
        models.recovery().wasTaken(reference.getText());
    }

    private void show(Optional<PaymentIntent> asked) {
        setVisible(asked.isPresent());
        setManaged(asked.isPresent());
        asked.map(PaymentIntent::amount)
                .map(models.desk()::money)
                .ifPresent(amount ->
                        question.setText(
                                models.desk().texts().get("sales.recovery.question", amount)));
    }
}
