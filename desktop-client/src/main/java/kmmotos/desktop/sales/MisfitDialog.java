package kmmotos.desktop.sales;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;

/// Before the money: items that do not fit the motorcycle are sold for a reason, or not at all.
final class MisfitDialog implements Dialog {
    private static final List<KeyCode> KEYS = List.of(KeyCode.F2, KeyCode.F3, KeyCode.F4);

    private final SaleModels models;
    private final Dialogs layer;
    private final Texts texts;
    private final TextField other = new TextField();
    private final List<String> reasons;
    private final VBox view = new VBox();

    MisfitDialog(SaleModels models, Dialogs layer, List<Article> articles) {
        this.models = models;
        this.layer = layer;
        this.texts = models.desk().texts();
        this.reasons =
                List.of(
                        texts.get("sales.misfit.known"),
                        texts.get("sales.misfit.other_bike"),
                        texts.get("sales.misfit.wanted"));
        view.getStyleClass().addAll("dialog-body", "misfit-dialog");
        articles.forEach(article -> {
            var words =
                    new Label(
                            texts.get(
                                    "sales.misfit.line",
                                    article.name(texts.locale()),
                                    article.sku()));
            words.getStyleClass().add("strong");
            words.setWrapText(true);
            view.getChildren().add(words);
        });
        for (int i = 0; i < KEYS.size(); i++) {
            var reason = reasons.get(i);
            view.getChildren()
                    .add(KeyCap.button(KEYS.get(i).getName(), reason, () -> explain(reason)));
        }
        other.setId("misfit-reason");
        other.setPromptText(texts.get("sales.misfit.reason"));
        other.setAccessibleText(texts.get("sales.misfit.reason"));
        other.setOnAction(_ -> explain(other.getText()));
        view.getChildren()
                .addAll(other, KeyCap.button("Esc", texts.get("sales.misfit.back"), this::back));
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public String title() {
        return models.desk()
                .sale()
                .sale()
                .parts()
                .bike()
                .map(bike -> texts.get("sales.misfit.title", bike))
                .orElse("");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return other;
    }

    @Override
    public void cancelled() {
        models.checkout().forgetMisfits();
    }

    private void pressed(KeyEvent event) {
        int chosen = KEYS.indexOf(event.getCode());
        if (chosen >= 0) {
            explain(reasons.get(chosen));
            event.consume();
        }
    }

    private void explain(String why) {
        if (!why.isBlank()) {
            layer.close(this);
            models.checkout().explainMisfits(why);
        }
    }

    private void back() {
        layer.close(this);
        cancelled();
    }
}
