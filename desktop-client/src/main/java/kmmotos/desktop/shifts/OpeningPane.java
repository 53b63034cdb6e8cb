package kmmotos.desktop.shifts;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.shifts.ShiftBook.Elsewhere;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.ShiftTerms;

/// No shift yet: what is in the drawer, whose shift it is, and at which drawer.
final class OpeningPane extends VBox {

    private final ShiftModel model;
    private final Texts texts;
    private final TextField openingFloat = new TextField();
    private final Choice shared;
    private final Choice own;
    private final Label drawer = new Label();
    private final Button takeUp;

    OpeningPane(ShiftModels models) {
        this.model = models.shift();
        this.texts = models.desk().texts();
        var kinds = new ToggleGroup();
        this.shared = new Choice("F2", texts.get("shifts.shared"), kinds);
        this.own = new Choice("F3", texts.get("shifts.own"), kinds);
        shared.setId("shared-shift");
        own.setId("own-shift");
        openingFloat.setId("opening-float");
        openingFloat.setPromptText(texts.get("shifts.float_prompt"));
        openingFloat.setOnAction(_ -> open());
        var label = new Label(texts.get("shifts.float"));
        label.setLabelFor(openingFloat);
        drawer.getStyleClass().add("pill");
        takeUp = KeyCap.button("F8", "", model::takeUp);
        takeUp.setId("take-up");
        takeUp.getStyleClass().addAll("primary", "tall", "wide");
        var explanation = new Label(texts.get("shifts.none_text"));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("muted");
        var whose = new HBox(shared, own, drawer);
        whose.getStyleClass().add("toolbar");
        var again = KeyCap.button("F9", texts.get("shifts.reprint_z"), model::reprintZ);
        again.getStyleClass().add("flat");
        getChildren()
                .add(
                        new Card(
                                texts.get("shifts.none"),
                                explanation,
                                takeUp,
                                whose,
                                label,
                                openingFloat,
                                openButton(),
                                again));
        model.termsProperty().subscribe(terms -> terms.ifPresent(this::show));
        model.elsewhere().addListener((ListChangeListener<Elsewhere>) _ -> showElsewhere());
        showElsewhere();
    }

    private Button openButton() {
        var open = KeyCap.button("F12", texts.get("shifts.open"), this::open);
        open.setId("open-shift");
        open.getStyleClass().addAll("primary", "tall", "wide");
        open.disableProperty().bind(model.busyProperty());
        return open;
    }

    void open() {
        model.open(openingFloat.getText(), shared.isSelected());
    }

    void chooseShared() {
        shared.setSelected(true);
    }

    void chooseOwn() {
        own.setSelected(true);
    }

    void focus() {
        openingFloat.requestFocus();
    }

    void clear() {
        openingFloat.clear();
    }

    private void showElsewhere() {
        boolean isAny = !model.elsewhere().isEmpty();
        takeUp.setVisible(isAny);
        takeUp.setManaged(isAny);
        if (isAny) {
            var left = model.elsewhere().getFirst().shift();
            takeUp.setText(
                    texts.get("shifts.take_up", left.staffName(), left.carried().tillNumber()));
        }
    }

    private void show(ShiftTerms terms) {
        shared.setSelected(terms.shared());
        own.setSelected(!terms.shared());
        drawer.setText(texts.get("shifts.drawer", terms.drawer()));
    }
}
