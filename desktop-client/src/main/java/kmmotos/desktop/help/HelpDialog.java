package kmmotos.desktop.help;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.Texts;

/// What the screen in front is for and its keys; from here all of them are saved as a card to
/// print.
public final class HelpDialog implements Dialog {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 560;
    private static final int COLUMNS = 2;

    private final HelpPage page;
    private final Texts texts;
    private final Button card;
    private final VBox view = new VBox();

    /// @param saveCard asks where the card of all keys is to be written
    public HelpDialog(Place place, Texts texts, Runnable saveCard) {
        this.page = HelpPage.of(place, texts);
        this.texts = texts;
        this.card = new Button(texts.get("help.card"));
        card.setId("save-key-card");
        card.setOnAction(_ -> saveCard.run());
        var what = new Label(page.what());
        what.setWrapText(true);
        var content = new VBox(what, keys(page.keys()));
        content.getStyleClass().add("help");
        if (!page.typed().isEmpty()) {
            content.getChildren().addAll(heading("help.typed"), keys(page.typed()));
        }
        content.getChildren()
                .addAll(heading("help.everywhere"), keys(HelpPage.everywhere(texts)), card);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        view.getChildren().add(scroll);
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private static GridPane keys(List<HelpPage.Key> keys) {
        var grid = new GridPane();
        grid.getStyleClass().add("help-keys");
        int rows = (keys.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < keys.size(); i++) {
            int column = 2 * (i / rows);
            var does = new Label(keys.get(i).does());
            does.setWrapText(true);
            var cap = KeyCap.of(keys.get(i).key());
            cap.setMinWidth(Region.USE_PREF_SIZE);
            cap.setLabelFor(does);
            grid.add(cap, column, i % rows);
            grid.add(does, column + 1, i % rows);
        }
        return grid;
    }

    @Override
    public String title() {
        return texts.get("help.title", page.title());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return card;
    }
}
