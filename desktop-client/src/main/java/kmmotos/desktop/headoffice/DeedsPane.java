package kmmotos.desktop.headoffice;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Who changed what through the server; what was sent stands beside it.
final class DeedsPane extends ListAndDetail<DeedView> {

    DeedsPane(Workplace workplace, DeedsModel model) {
        super(workplace);
        column("headoffice.deeds.at", 190, one -> formats.dateTime(one.at()));
        column("headoffice.deeds.by", 150, DeedView::by);
        column("headoffice.deeds.what", 320, DeedView::what);
        list(
                "deeds",
                model.deeds(),
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                        texts.get("headoffice.deeds.none"),
                        texts.get("headoffice.deeds.none_text")),
                model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                        texts.get("headoffice.deeds.choose"),
                        texts.get("headoffice.deeds.choose_text")));
        var proof = new Label();
        proof.setId("deeds-proof");
        proof.getStyleClass().add("strong");
        proof.setWrapText(true);
        proof.textProperty().bind(model.proofProperty());
        above(proof);
    }

    @Override
    List<Node> cards(DeedView chosen) {
        var facts =
                new Facts()
                        .add(texts.get("headoffice.deeds.number"), formats.count(chosen.n()))
                        .add(texts.get("headoffice.deeds.at"), formats.dateTime(chosen.at()))
                        .add(texts.get("headoffice.deeds.by"), chosen.by());
        var sent = new Label(chosen.body());
        sent.setWrapText(true);
        sent.getStyleClass().add("code");
        return List.of(
                new Card(chosen.what(), facts), new Card(texts.get("headoffice.deeds.sent"), sent));
    }
}
