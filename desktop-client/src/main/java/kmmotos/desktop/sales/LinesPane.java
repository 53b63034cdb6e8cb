package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.fitment.Fit;
import kmmotos.model.pricing.PriceReason;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// The lines of the open sale, the chosen one marked.
final class LinesPane extends VBox {
    /// With large letters the money column needs the room: then lines tell what they come to, and
    /// no more.
    private static final double EMS_WITH_UNIT = 26;

    private static final double EMS_WITH_DISCOUNT = 33;

    private final SaleModels models;
    private final Texts texts;
    private final ListView<LineView> list = new ListView<>();
    private final Label quantity = new Label();
    private final BooleanBinding showsUnit = isWiderThan(EMS_WITH_UNIT);
    private final BooleanBinding showsDiscount = isWiderThan(EMS_WITH_DISCOUNT);

    LinesPane(SaleModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        getStyleClass().addAll("card", "lines");
        list.setId("lines");
        list.setItems(models.desk().sale().rows());
        list.setCellFactory(_ -> new LineCell());
        list.setFocusTraversable(false);
        list.setAccessibleText(texts.get("sales.lines"));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> chosen(row));
        models.desk().sale().chosenProperty().subscribe(_ -> showChosen());
        // After the list's own selection, which forgets its line when the rows are set anew.
        list.getItems().addListener((ListChangeListener<LineView>) _ -> showChosen());
        VBox.setVgrow(list, Priority.ALWAYS);
        var empty = empty();
        empty.visibleProperty().bind(Bindings.isEmpty(list.getItems()));
        list.visibleProperty().bind(empty.visibleProperty().not());
        var body = new StackPane(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), body);
    }

    private void chosen(LineView row) {
        if (row != null) {
            models.desk().sale().choose(row.lineId());
        }
    }

    private void showChosen() {
        int chosen = models.desk().sale().chosenProperty().get();
        for (var row : list.getItems()) {
            if (row.lineId() == chosen && !row.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(row);
                list.scrollTo(row);
            }
        }
    }

    private Node header() {
        quantity.setText(texts.get("sales.column.quantity"));
        quantity.getStyleClass().add("column-quantity");
        var header =
                row(
                        quantity,
                        label(texts.get("sales.column.article"), "column-article"),
                        label(texts.get("sales.column.unit"), "column-money"),
                        label(texts.get("sales.column.discount"), "column-money"),
                        label(texts.get("sales.column.total"), "column-money"));
        header.getStyleClass().add("lines-header");
        return header;
    }

    private Node empty() {
        var title = label(texts.get("sales.empty.title"), "empty-title");
        var hint = label("");
        hint.setId("empty-hint");
        models.omnibox().bikeExampleProperty().subscribe(bike -> hint.setText(hint(bike)));
        hint.setWrapText(true);
        var box = new VBox(new FontIcon(MaterialDesignB.BARCODE_SCAN), title, hint);
        box.getStyleClass().add("empty");
        return box;
    }

    private String hint(Optional<String> bike) {
        String hint = texts.get("sales.empty.hint");
        return bike.map(words -> hint + " " + texts.get("sales.empty.hint.bike", words))
                .orElse(hint);
    }

    private BooleanBinding isWiderThan(double ems) {
        return Bindings.createBooleanBinding(
                () -> getWidth() > ems * quantity.getFont().getSize(),
                widthProperty(),
                quantity.fontProperty());
    }

    private static void show(Node column, BooleanBinding when) {
        column.visibleProperty().bind(when);
        column.managedProperty().bind(when);
    }

    private HBox row(Node quantity, Node article, Node unit, Node discount, Node total) {
        HBox.setHgrow(article, Priority.ALWAYS);
        show(unit, showsUnit);
        show(discount, showsDiscount);
        var row = new HBox(quantity, article, unit, discount, total);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line-row");
        return row;
    }

    private static Label label(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private final class LineCell extends ListCell<LineView> {
        @Override
        protected void updateItem(LineView line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : content(line));
        }

        private Node content(LineView line) {
            var formats = models.desk().formats();
            var quantity = label(formats.quantity(line.quantity()), "column-quantity", "strong");
            var discount =
                    label(
                            line.discount().isZero() ? "" : formats.amount(line.discount()),
                            "column-money",
                            "good");
            var total = label(formats.amount(line.total()), "column-money", "strong");
            if (line.quantity().isNegative()) {
                quantity.getStyleClass().add("caution");
                total.getStyleClass().add("caution");
            }
            return row(quantity, article(line), unit(line), discount, total);
        }

        private Node article(LineView line) {
            var second = new HBox(label(line.sku(), "muted", "small"));
            second.getStyleClass().add("line-notes");
            if (line.quantity().isNegative()) {
                second.getChildren().add(label(returned(line), "pill", "caution"));
            }
            line.fit().ifPresent(fit -> second.getChildren().add(light(fit)));
            if (!line.quantity().isNegative() && line.reason() != PriceReason.LIST) {
                var key = "sales.reason." + line.reason().name().toLowerCase(java.util.Locale.ROOT);
                second.getChildren().add(label(texts.get(key), "pill", "accent"));
            }
            line.askedFor()
                    .ifPresent(asked ->
                            second.getChildren()
                                    .add(
                                            label(
                                                    texts.get("sales.line.asked_for", asked),
                                                    "pill",
                                                    "accent")));
            line.promotions()
                    .forEach(name -> second.getChildren().add(label(name, "pill", "good")));
            line.note().ifPresent(note -> second.getChildren().add(label(note, "pill")));
            var box = new VBox(label(line.name()), second);
            box.getChildren().addAll(serials(line.serials(), line.serialsMissing()));
            line.parts().forEach(part -> box.getChildren().add(part(part)));
            box.getStyleClass().add("column-article");
            return box;
        }

        private Node part(LineView.Part part) {
            var quantity = models.desk().formats().quantity(part.quantity());
            var box = new VBox(label("%s × %s".formatted(quantity, part.name()), "small"));
            box.getChildren().addAll(serials(part.serials(), part.serialsMissing()));
            box.getStyleClass().add("kit-part");
            return box;
        }

        /// Each below the other: none hides another in a narrow window.
        private List<Label> serials(List<String> told, int missing) {
            var labels = new ArrayList<Label>();
            told.forEach(serial ->
                    labels.add(label(texts.get("sales.serial.is", serial), "muted", "small")));
            if (missing > 0) {
                var open = label(texts.count("sales.serial.missing", missing), "pill", "caution");
                open.setMaxWidth(USE_PREF_SIZE);
                labels.add(open);
            }
            return labels;
        }

        /// A sign and a word: nobody has to see colours.
        private Label light(Fit fit) {
            var light =
                    switch (fit) {
                        case FITS -> label("✔ " + texts.get("sales.fit.fits"), "pill", "good");
                        case UNIVERSAL -> label("○ " + texts.get("sales.fit.universal"), "pill");
                        case CHECK -> label("? " + texts.get("sales.fit.check"), "pill", "caution");
                        case DOES_NOT_FIT -> label("✘ " + texts.get("sales.fit.no"), "pill", "bad");
                    };
            light.setMinWidth(USE_PREF_SIZE);
            return light;
        }

        private String returned(LineView line) {
            return line.returnOf()
                    .map(receipt -> texts.get("sales.line.return_of", receipt))
                    .orElse(texts.get("sales.line.return"));
        }

        private Node unit(LineView line) {
            var formats = models.desk().formats();
            var unit = label(formats.amount(line.unit()), "column-money");
            if (line.unit().compareTo(line.list()) >= 0) {
                return unit;
            }
            var list =
                    label(formats.amount(line.list()), "column-money", "muted", "small", "struck");
            return new VBox(unit, list);
        }
    }
}
