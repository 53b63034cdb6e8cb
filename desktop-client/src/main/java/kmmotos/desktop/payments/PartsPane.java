package kmmotos.desktop.payments;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.Tender;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The parts that are paid of the sale in front, each with a button that takes it back. Not there
/// while nothing is paid.
public final class PartsPane extends VBox {
    private final TenderModel model;
    private final Texts texts;
    private final Formats formats;
    private final Consumer<Tender> takeBack;

    public PartsPane(TenderModel model, Texts texts, Formats formats, Consumer<Tender> takeBack) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.takeBack = takeBack;
        getStyleClass().addAll("card", "parts");
        visibleProperty().bind(Bindings.isNotEmpty(model.tenders()));
        managedProperty().bind(visibleProperty());
        model.tenders().addListener((ListChangeListener<Tender>) _ -> show());
        show();
    }

    private void show() {
        var title = new Label(texts.get("payments.parts"));
        title.getStyleClass().addAll("muted", "small");
        getChildren().setAll(title);
        model.tenders().stream().map(this::part).forEach(getChildren()::add);
    }

    private Node part(Tender tender) {
        var word = tender.kind().toLowerCase(Locale.ROOT) + (tender.isLoad() ? "_load" : "");
        var kind = texts.get("payments.part." + word);
        var amount = formats.money(tender.amount());
        var name = new Label(kind);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var money = new Label(amount);
        money.getStyleClass().add("strong");
        var back = new Button(texts.get("payments.part.back"), new FontIcon(MaterialDesignC.CLOSE));
        back.getStyleClass().addAll("flat", "small", "take-back");
        back.setAccessibleText(texts.get("payments.part.back_named", kind, amount));
        back.setOnAction(_ -> takeBack.accept(tender));
        var row = new HBox(name, money, back);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
