package kmmotos.desktop.headoffice;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is owed on gift cards; a lost card is looked for, blocked, and replaced.
final class CardsPane extends VBox {
    private static final double WIDTH = 400;

    private final CardsModel model;
    private final Texts texts;
    private final Formats formats;

    CardsPane(Workplace workplace, CardsModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        var detail = new VBox(deciding(), fresh());
        detail.getStyleClass().add("column");
        detail.setMinWidth(WIDTH);
        detail.setPrefWidth(WIDTH);
        var split = new HBox(table, detail);
        split.getStyleClass().add("split");
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(owed(), finding(), split);
    }

    private Node owed() {
        var words = new Label();
        words.setId("gift-card-liability");
        words.getStyleClass().add("strong");
        words.textProperty().bind(Bindings.createStringBinding(this::owedWords, model.owed()));
        return words;
    }

    private String owedWords() {
        return model.owed().isEmpty()
                ? texts.get("headoffice.credit.no_cards")
                : model.owed().stream()
                        .map(one ->
                                texts.get(
                                        "headoffice.credit.cards",
                                        formats.money(one.owed()),
                                        one.cards(),
                                        formats.money(one.held())))
                        .collect(Collectors.joining("; "));
    }

    private Node finding() {
        var typed = new NamedField(texts, "card-find", "headoffice.cards.find");
        typed.setPrefColumnCount(40);
        typed.setOnAction(_ -> model.find(typed.getText()));
        var find = new Button(texts.get("headoffice.search"));
        find.setId("card-find-do");
        find.setOnAction(_ -> model.find(typed.getText()));
        var row = new HBox(typed, find);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private TableView<CardView> table() {
        var table = new TableView<>(model.found());
        table.setId("cards-found");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.cards.end"),
                                90,
                                card -> "…" + card.lastFour()));
        table.getColumns()
                .add(
                        new TextColumn<CardView>(
                                        texts.get("headoffice.cards.balance"),
                                        110,
                                        card -> formats.money(card.balance()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<CardView>(
                                        texts.get("headoffice.credit.at_tills"),
                                        110,
                                        card -> formats.money(card.held()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.cards.sold"),
                                130,
                                card -> card.receipt().orElse("")));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.cards.since"),
                                185,
                                card -> formats.dateTime(card.openedAt())));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.state"),
                                100,
                                card ->
                                        texts.get(
                                                card.blocked()
                                                        ? "headoffice.cards.blocked"
                                                        : "headoffice.cards.usable")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CARD_SEARCH_OUTLINE,
                        texts.get("headoffice.cards.search"),
                        texts.get("headoffice.cards.search_text")));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(card -> {
                    if (card != null) {
                        model.choose(Optional.of(card));
                    }
                });
        return table;
    }

    private Node deciding() {
        var which = new Label();
        which.setId("card-which");
        which.setWrapText(true);
        which.getStyleClass().add("strong");
        var note = new NamedField(texts, "card-note", "headoffice.cards.note");
        var block = new Button(texts.get("headoffice.cards.block"));
        block.setId("card-block");
        block.getStyleClass().add("danger");
        block.setOnAction(_ -> model.block(note.take()));
        var unblock = new Button(texts.get("headoffice.cards.unblock"));
        unblock.setId("card-unblock");
        unblock.setOnAction(_ -> model.unblock(note.take()));
        var move = new Button(texts.get("headoffice.cards.move"));
        move.setId("card-move");
        move.setOnAction(_ -> model.move(note.take()));
        model.chosenProperty()
                .subscribe(card -> {
                    boolean blocked = card.filter(CardView::blocked).isPresent();
                    which.setText(
                            card.map(one ->
                                            texts.get(
                                                    "headoffice.cards.chosen",
                                                    one.lastFour(),
                                                    formats.money(one.balance())))
                                    .orElseGet(() -> texts.get("headoffice.cards.choose")));
                    block.setDisable(card.isEmpty() || blocked);
                    unblock.setDisable(!blocked);
                    move.setDisable(!blocked);
                });
        var row = new HBox(block, unblock, move);
        row.getStyleClass().add("toolbar");
        return new Card(texts.get("headoffice.cards.lost"), which, note, row);
    }

    /// The new card's number, in large letters to be copied; it is nowhere else.
    private Node fresh() {
        var number = new TextField();
        number.setId("card-new-number");
        number.setEditable(false);
        number.getStyleClass().add("strong");
        number.setAccessibleText(texts.get("headoffice.cards.new"));
        number.textProperty().bind(model.newNumberProperty());
        var why = new Label(texts.get("headoffice.cards.new_text"));
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        var card = new Card(texts.get("headoffice.cards.new"), number, why);
        card.visibleProperty().bind(model.newNumberProperty().isNotEmpty());
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }
}
