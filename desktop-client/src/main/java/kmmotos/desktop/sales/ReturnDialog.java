package kmmotos.desktop.sales;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.SaleLine;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What of a receipt comes back: Up and Down choose a line, plus and minus count it, never above
/// what was sold. A scan of a sold article counts one back.
final class ReturnDialog implements Dialog {
    private final SaleModels models;
    private final Dialogs layer;
    private final ReturnModel model;
    private final Texts texts;
    private final Label refund = new Label();
    private final VBox lines = new VBox();
    private final VBox view = new VBox();
    private final Button take;
    private final WhyBackPane why;
    private int chosen;

    ReturnDialog(SaleModels models, Dialogs layer, ReturnModel model) {
        this.models = models;
        this.layer = layer;
        this.model = model;
        this.texts = models.desk().texts();
        lines.getStyleClass().add("return-lines");
        refund.setId("refund");
        refund.getStyleClass().add("big-amount");
        lines.setFocusTraversable(true);
        lines.setAccessibleText(texts.get("sales.lines"));
        var all = KeyCap.button("A", texts.get("sales.return.all"), this::all);
        var cancel = KeyCap.button("Esc", texts.get("ui.cancel"), () -> layer.close(this));
        var kit =
                KeyCap.button(
                        "K", texts.get("sales.return.kit"), () -> kit(model.lines().get(chosen)));
        boolean hasKits = model.lines().stream().anyMatch(sold -> sold.kit().isPresent());
        kit.setVisible(hasKits);
        kit.setManaged(hasKits);
        var serial = KeyCap.button("S", texts.get("sales.return.serial"), this::nextSerial);
        boolean hasSerials = model.lines().stream().anyMatch(sold -> !sold.serials().isEmpty());
        serial.setVisible(hasSerials);
        serial.setManaged(hasSerials);
        var line = KeyCap.button("↑ ↓", texts.get("sales.return.choose"), () -> choose(1));
        var count = KeyCap.button("+ −", texts.get("sales.return.count"), () -> count(1));
        take = KeyCap.button("Enter", texts.get("sales.return.take"), this::take);
        take.setId("take-returns");
        take.getStyleClass().add("primary");
        var buttons = new HBox(line, count, all, kit, serial, take, cancel);
        buttons.getStyleClass().add("toolbar");
        why =
                new WhyBackPane(
                        texts,
                        model.why(),
                        told -> {
                            model.because(told.reason());
                            model.into(told.condition());
                        });
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(proof(), lines, why, refund, buttons);
        view.setOnKeyTyped(event -> typed(event.getCharacter()));
        view.setOnKeyPressed(this::pressed);
        show();
    }

    @Override
    public String title() {
        return texts.get("sales.return.title", model.sold().receipt().number());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return lines;
    }

    @Override
    public boolean scanned(String code) {
        var books = models.desk().counter().books();
        var serial =
                books.scans().readings(code).stream()
                        .flatMap(reading -> reading.serial().stream())
                        .findFirst()
                        .orElse(code);
        if (model.nameScanned(serial)) {
            show();
            return true;
        }
        models.desk()
                .counter()
                .background()
                .run(
                        () -> models.desk().counter().books().byCode(code),
                        this::countScanned,
                        models.desk().failed("sales.lookup.failed"));
        return true;
    }

    private void countScanned(List<Article> articles) {
        var skus = articles.stream().map(Article::sku).toList();
        var ofKit =
                model.lines().stream()
                        .filter(sold ->
                                sold.kit().filter(it -> skus.contains(it.sku())).isPresent())
                        .findFirst();
        if (ofKit.isPresent()) {
            kit(ofKit.get());
            return;
        }
        var line =
                model.lines().stream()
                        .filter(sold -> skus.contains(sold.sku()))
                        .filter(sold -> model.chosen(sold).compareTo(model.returnable(sold)) < 0)
                        .findFirst();
        if (line.isEmpty()) {
            models.desk().refuse("sales.return.not_on_it");
            return;
        }
        chosen = model.lines().indexOf(line.get());
        count(1);
    }

    /// By what the receipt is believed, and whether it is known what came back elsewhere.
    private Node proof() {
        var sold = model.sold();
        var known = new Label(texts.get("sales.return.proof." + word(sold.proof())));
        known.setId("proof");
        known.setWrapText(true);
        known.setGraphic(new FontIcon(MaterialDesignC.CHECK_DECAGRAM));
        var box = new VBox(known);
        if (!sold.isCertain()) {
            var unsure = new Label(texts.get("sales.return.not_asked"));
            unsure.setId("not-asked");
            unsure.setWrapText(true);
            unsure.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
            box.getChildren().add(unsure);
        }
        box.getStyleClass().add("proof");
        return box;
    }

    private static String word(Proof proof) {
        return proof.name().toLowerCase(Locale.ROOT);
    }

    private void typed(String character) {
        if (why.typed(character)) {
            return;
        }
        switch (character) {
            case "a", "A" -> all();
            case "k", "K" -> kit(model.lines().get(chosen));
            case "s", "S" -> nextSerial();
            case "+" -> count(1);
            case "-" -> count(-1);
            default -> {}
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case RIGHT -> count(1);
            case LEFT -> count(-1);
            case ENTER -> take.fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int step) {
        chosen = Math.clamp(chosen + step, 0, model.lines().size() - 1);
        show();
    }

    private void count(int units) {
        var line = model.lines().get(chosen);
        model.choose(line, model.chosen(line).plus(Quantity.of(units)));
        show();
    }

    private void all() {
        model.chooseAll();
        show();
    }

    /// The whole kit of which the line is a part.
    private void kit(SaleLine part) {
        if (!model.chooseKit(part)) {
            models.desk().note("sales.return.no_kit");
        }
        show();
    }

    private void nextSerial() {
        model.nameNext(model.lines().get(chosen));
        show();
    }

    private void take() {
        var unnamed = model.unnamed();
        if (unnamed.isPresent()) {
            chosen = model.lines().indexOf(unnamed.get());
            models.desk().refuse("sales.return.which", unnamed.get().description());
            show();
            return;
        }
        var refunds = model.refunds();
        layer.close(this);
        if (!refunds.isEmpty()) {
            models.lines().addReturns(model.sold().receipt(), refunds);
        }
    }

    private void show() {
        lines.getChildren().setAll(model.lines().stream().map(this::row).toList());
        refund.setText(models.desk().money(model.refund()));
        take.setDisable(model.refunds().isEmpty());
    }

    private Node row(SaleLine line) {
        var formats = models.desk().formats();
        var name = new VBox(new Label(line.description()));
        line.kit().ifPresent(kit -> name.getChildren().add(partOf(kit)));
        if (!line.serials().isEmpty()) {
            name.getChildren().add(serials(line));
        }
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var sold =
                new Label(
                        texts.get(
                                "sales.return.of",
                                formats.quantity(model.returnable(line)),
                                formats.quantity(line.quantity())));
        sold.getStyleClass().add("muted");
        var count = new Label(formats.quantity(model.chosen(line)));
        count.getStyleClass().addAll("strong", "return-count");
        var row =
                new HBox(
                        name,
                        sold,
                        step("−", line, -1),
                        count,
                        step("+", line, 1),
                        new Label(formats.amount(line.total())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("return-row");
        if (model.lines().indexOf(line) == chosen) {
            row.getStyleClass().add("chosen");
        }
        return row;
    }

    private Label partOf(SaleLine.KitOf kit) {
        var words = new Label(texts.get("sales.return.part_of", kit.description()));
        words.getStyleClass().addAll("muted", "small");
        return words;
    }

    /// Those that come back, else all that were sold.
    private Label serials(SaleLine line) {
        var back = model.named(line);
        var words =
                back.isEmpty()
                        ? texts.get("sales.serial.is", String.join(", ", line.serials()))
                        : texts.get("sales.return.serials", String.join(", ", back));
        var label = new Label(words);
        label.getStyleClass().addAll(back.isEmpty() ? "muted" : "strong", "small");
        return label;
    }

    private Button step(String sign, SaleLine line, int units) {
        var button = new Button(sign);
        button.setFocusTraversable(false);
        button.setAccessibleText(sign + " " + line.description());
        button.setDisable(!model.returnable(line).isPositive());
        button.setOnAction(_ -> {
            chosen = model.lines().indexOf(line);
            count(units);
        });
        return button;
    }
}
