package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.purchasing.ReorderProposal;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What shops propose to get, and what becomes of it.
final class ReorderOfficePane extends ListAndDetail<ReorderView> {
    private final ReorderOfficeModel model;
    private final Consumer<ReorderView> order;

    /// @param order puts a proposal into the form of purchase orders
    ReorderOfficePane(Workplace workplace, ReorderOfficeModel model, Consumer<ReorderView> order) {
        super(workplace);
        this.model = model;
        this.order = order;
        column("headoffice.purchases.store", 80, one -> one.proposal().store().value());
        column(
                "headoffice.reorder.since",
                180,
                one -> formats.dateTime(one.proposal().proposedAt()));
        column(
                "headoffice.purchases.lines",
                90,
                one -> Integer.toString(one.proposal().lines().size()));
        var nothing =
                new EmptyNote(
                        MaterialDesignC.CART_OUTLINE,
                        texts.get("headoffice.reorder.none"),
                        texts.get("headoffice.reorder.none_text"));
        list("reorder-proposals", model.proposals(), nothing, model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignC.CART_OUTLINE,
                        texts.get("headoffice.reorder.choose"),
                        texts.get("headoffice.reorder.choose_text")));
    }

    @Override
    List<Node> cards(ReorderView chosen) {
        var facts = new Facts();
        for (ReorderProposal.Line line : chosen.proposal().lines()) {
            facts.add(
                    line.sku().value(),
                    new Label(
                            texts.get(
                                    "headoffice.reorder.line",
                                    formats.quantity(line.quantity()),
                                    formats.quantity(line.available()),
                                    formats.quantity(line.coming()))));
        }
        return List.of(
                new Card(texts.get("headoffice.reorder.wanted"), facts),
                new Card(texts.get("headoffice.reorder.decide"), buttons(chosen)));
    }

    private Node buttons(ReorderView chosen) {
        var ordered = new Button(texts.get("headoffice.reorder.order"));
        ordered.setId("reorder-order");
        ordered.getStyleClass().add("primary");
        ordered.setOnAction(_ -> order.accept(chosen));
        var from = new NamedField(texts, "reorder-from", "headoffice.reorder.from");
        var transfer = new Button(texts.get("headoffice.reorder.transfer"));
        transfer.setId("reorder-transfer");
        transfer.setOnAction(_ -> model.transfer(chosen, from.getText()));
        var dismiss = new Button(texts.get("headoffice.reorder.dismiss"));
        dismiss.setId("reorder-dismiss");
        dismiss.setOnAction(_ -> model.dismiss(chosen));
        var row = new HBox(ordered, from, transfer, dismiss);
        row.getStyleClass().add("toolbar");
        return row;
    }
}
