package kmmotos.desktop.headoffice;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What shops gave back to suppliers.
final class SupplierReturnsPane extends ListAndDetail<SupplierReturnView> {
    private final SupplierReturnsModel model;

    SupplierReturnsPane(Workplace workplace, SupplierReturnsModel model) {
        super(workplace);
        this.model = model;
        column("headoffice.purchases.store", 70, one -> one.goods().store().value());
        column("headoffice.purchases.supplier", 180, one -> one.goods().supplier());
        column("headoffice.reorder.since", 160, one -> formats.dateTime(one.goods().at()));
        column(
                        "headoffice.supplier_returns.value",
                        110,
                        one -> one.value().map(formats::money).orElse(""))
                .right();
        column(
                "headoffice.state",
                100,
                one -> texts.get("headoffice.supplier_returns.state." + one.state()));
        list(
                "supplier-returns",
                model.returns(),
                new EmptyNote(
                        MaterialDesignT.TRUCK_OUTLINE,
                        texts.get("headoffice.supplier_returns.none"),
                        texts.get("headoffice.supplier_returns.none_text")),
                model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignT.TRUCK_OUTLINE,
                        texts.get("headoffice.supplier_returns.choose"),
                        texts.get("headoffice.supplier_returns.choose_text")));
    }

    @Override
    List<Node> cards(SupplierReturnView chosen) {
        var facts =
                new Facts()
                        .add(
                                texts.get("headoffice.supplier_returns.reason"),
                                texts.get("purchasing.return_reason." + chosen.goods().reason()))
                        .add(
                                texts.get("headoffice.supplier_returns.reference"),
                                chosen.goods().reference());
        chosen.goods()
                .lines()
                .forEach(line -> facts.add(line.sku().value(), formats.quantity(line.quantity())));
        if (!chosen.note().isEmpty()) {
            facts.add(texts.get("headoffice.supplier_returns.note"), chosen.note());
        }
        List<Node> cards = new ArrayList<>();
        cards.add(new Card(texts.get("headoffice.supplier_returns.what"), facts));
        if (chosen.isOpen()) {
            cards.add(new Card(texts.get("headoffice.supplier_returns.credit"), crediting(chosen)));
        }
        return cards;
    }

    private Node crediting(SupplierReturnView chosen) {
        var note = new NamedField(texts, "credit-note", "headoffice.supplier_returns.note_prompt");
        var credited = new Button(texts.get("headoffice.supplier_returns.credited"));
        credited.setId("return-credited");
        credited.getStyleClass().add("primary");
        credited.setOnAction(_ -> model.credit(chosen, note.getText()));
        var row = new HBox(note, credited);
        row.getStyleClass().add("toolbar");
        return row;
    }
}
