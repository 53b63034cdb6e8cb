package kmmotos.desktop.headoffice;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Reviews that wait, with what is to be decided.
final class ReviewsPane extends ListAndDetail<ReviewView> {
    private final ReviewsModel model;

    ReviewsPane(Workplace workplace, ReviewsModel model) {
        super(workplace);
        this.model = model;
        column("headoffice.reviews.written", 150, one -> formats.dateTime(one.writtenAt()));
        column("headoffice.reviews.product", 240, ReviewView::product);
        column("headoffice.reviews.stars", 90, ReviewView::stars);
        column("headoffice.reviews.title_of", 220, ReviewView::title);
        column("headoffice.reviews.author", 120, ReviewView::author);
        list(
                "reviews",
                model.reviews(),
                new EmptyNote(
                        MaterialDesignS.STAR_OUTLINE,
                        texts.get("headoffice.reviews.none"),
                        texts.get("headoffice.reviews.none_text")),
                model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignS.STAR_OUTLINE,
                        texts.get("headoffice.reviews.choose"),
                        texts.get("headoffice.reviews.choose_text")));
    }

    @Override
    List<Node> cards(ReviewView chosen) {
        var title = new Label(chosen.stars() + "  " + chosen.title());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        var text = new Label(chosen.text());
        text.setWrapText(true);
        var by = new Label(chosen.author() + ", " + formats.dateTime(chosen.writtenAt()));
        by.getStyleClass().add("muted");
        return List.of(
                new Card(chosen.product(), new VBox(8, title, text, by)),
                new Card(texts.get("headoffice.reviews.decide"), deciding(chosen)));
    }

    private Node deciding(ReviewView chosen) {
        var reply = new TextArea(chosen.reply().orElse(""));
        reply.setId("review-reply");
        reply.setPromptText(texts.get("headoffice.reviews.reply"));
        reply.setAccessibleText(texts.get("headoffice.reviews.reply"));
        reply.setPrefRowCount(3);
        reply.setWrapText(true);
        var show = button("review-show", "headoffice.reviews.show");
        show.getStyleClass().add("primary");
        show.setOnAction(_ -> model.decide(chosen, true, reply.getText()));
        var refuse = button("review-refuse", "headoffice.reviews.refuse");
        refuse.setOnAction(_ -> model.decide(chosen, false, reply.getText()));
        var row = new HBox(show, refuse);
        row.getStyleClass().add("toolbar");
        return new VBox(8, reply, row);
    }

    private Button button(String id, String key) {
        var button = new Button(texts.get(key));
        button.setId(id);
        return button;
    }
}
