package kmmotos.desktop.guide;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// The first steps in a list: what each is for, the way to it, and a way past it. Esc leaves the
/// rest for the next start.
public final class GuideDialog implements Dialog {
    private final GuideModel model;
    private final Texts texts;
    private final Dialogs layer;
    private final Function<GuideStep, Node> ways;
    private final GridPane list = new GridPane();
    private final Button later;
    private final VBox view;

    /// @param ways makes of a step what somebody does in it, small enough for a line
    public GuideDialog(
            GuideModel model, Texts texts, Dialogs layer, Function<GuideStep, Node> ways) {
        this.model = model;
        this.texts = texts;
        this.layer = layer;
        this.ways = ways;
        var hint = new Label(texts.get("guide.hint"));
        hint.setWrapText(true);
        list.getStyleClass().addAll("form", "guide");
        later = KeyCap.button("Esc", texts.get("guide.later"), () -> layer.close(this));
        later.setId("guide-later");
        later.setFocusTraversable(true);
        var never = new Button(texts.get("guide.skip_all"));
        never.setId("guide-skip-all");
        never.setOnAction(_ -> {
            model.skipAll();
            layer.close(this);
        });
        var bar = new HBox(later, never);
        bar.getStyleClass().add("toolbar");
        view = new VBox(hint, list, bar);
        view.getStyleClass().add("guide-dialog");
        fill();
        model.overProperty().subscribe(this::mark);
    }

    private void fill() {
        for (GuideStep step : GuideStep.values()) {
            var words = new Label(texts.get("guide." + step.word()));
            words.setId("guide-" + step.word());
            words.setWrapText(true);
            var skip = new Button(texts.get("guide.skip"));
            skip.setId("guide-skip-" + step.word());
            skip.setAccessibleText(
                    texts.get("guide.skip") + ": " + texts.get("guide." + step.word()));
            skip.setOnAction(_ -> end(step, GuideModel.How.SKIPPED));
            list.addRow(list.getRowCount(), words, ways.apply(step), skip);
        }
    }

    private void end(GuideStep step, GuideModel.How how) {
        model.end(step, how);
        if (model.next().isEmpty()) {
            layer.close(this);
        }
    }

    private void mark(Map<GuideStep, GuideModel.How> over) {
        for (GuideStep step : GuideStep.values()) {
            var words = (Label) view.lookup("#guide-" + step.word());
            Optional<GuideModel.How> how = Optional.ofNullable(over.get(step));
            words.setGraphic(
                    new FontIcon(
                            how.map(it ->
                                            it == GuideModel.How.DONE
                                                    ? MaterialDesignC.CHECK_CIRCLE
                                                    : MaterialDesignD.DEBUG_STEP_OVER)
                                    .orElse(MaterialDesignA.ARROW_RIGHT_BOLD_CIRCLE)));
            words.setAccessibleText(
                    how.map(it ->
                                    texts.get(
                                                    it == GuideModel.How.DONE
                                                            ? "guide.done"
                                                            : "guide.skipped")
                                            + ": ")
                                    .orElse("")
                            + words.getText());
        }
    }

    @Override
    public String title() {
        return texts.get("guide.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return later;
    }
}
