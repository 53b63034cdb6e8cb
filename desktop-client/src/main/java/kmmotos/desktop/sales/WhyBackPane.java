package kmmotos.desktop.sales;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.Returned;

/// Why goods come back, each reason by its digit, and what becomes of them, by C.
final class WhyBackPane extends VBox {
    /// A void has its own way.
    private static final List<Returned.Reason> REASONS =
            Arrays.stream(Returned.Reason.values())
                    .filter(reason -> reason != Returned.Reason.VOIDED)
                    .toList();

    private static final double GAP = 8;

    private final Texts texts;
    private final Consumer<Returned> changed;
    private final FlowPane reasons = new FlowPane(GAP, GAP);
    private final Label condition = new Label();
    private Returned why;

    WhyBackPane(Texts texts, Returned why, Consumer<Returned> changed) {
        this.texts = texts;
        this.why = why;
        this.changed = changed;
        condition.setId("condition");
        condition.getStyleClass().add("strong");
        var next = KeyCap.button("C", texts.get("sales.return.condition"), this::nextCondition);
        var goods = new FlowPane(GAP, GAP, next, condition);
        goods.setRowValignment(VPos.CENTER);
        setSpacing(GAP);
        getStyleClass().add("why-back");
        getChildren().addAll(reasons, goods);
        show();
    }

    /// Answers whether the key was one of these.
    boolean typed(String character) {
        if (character.equalsIgnoreCase("c")) {
            nextCondition();
            return true;
        }
        int n = character.length() == 1 ? character.charAt(0) - '1' : -1;
        if (n < 0 || n >= REASONS.size()) {
            return false;
        }
        choose(REASONS.get(n));
        return true;
    }

    private void choose(Returned.Reason reason) {
        why = Returned.of(reason, reason.usually());
        tell();
    }

    private void nextCondition() {
        var next =
                switch (why.condition()) {
                    case TO_STOCK -> Returned.Condition.TO_SUPPLIER;
                    case TO_SUPPLIER -> Returned.Condition.WASTE;
                    case WASTE -> Returned.Condition.TO_STOCK;
                };
        why = Returned.of(why.reason(), next);
        tell();
    }

    private void tell() {
        changed.accept(why);
        show();
    }

    private void show() {
        reasons.getChildren().setAll(REASONS.stream().map(this::button).toList());
        condition.setText(texts.get("sales.return.condition." + word(why.condition())));
    }

    private Button button(Returned.Reason reason) {
        var button =
                KeyCap.button(
                        Integer.toString(REASONS.indexOf(reason) + 1),
                        texts.get("sales.return.reason." + word(reason)),
                        () -> choose(reason));
        if (reason == why.reason()) {
            button.getStyleClass().add("primary");
        }
        return button;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
