package kmmotos.desktop.headoffice;

import java.util.Locale;
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
import kmmotos.desktop.headoffice.CreditView.Account;
import kmmotos.desktop.headoffice.CreditView.Held;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// Credit, gift cards, and what tills hold.
final class CreditPane extends VBox {
    private final CreditModel model;
    private final Texts texts;
    private final Formats formats;

    CreditPane(Workplace workplace, CreditModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var accounts = new Card(texts.get("headoffice.credit.accounts"), accounts(), limit());
        var held = held();
        var leases = new Card(texts.get("headoffice.credit.held"), held, closing(held));
        VBox.setVgrow(accounts, Priority.ALWAYS);
        VBox.setVgrow(leases, Priority.ALWAYS);
        getChildren().addAll(owed(), accounts, leases);
    }

    private Node owed() {
        var words = new Label();
        words.setId("gift-card-liability");
        words.getStyleClass().add("strong");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.owed().isEmpty()
                                                ? texts.get("headoffice.credit.no_cards")
                                                : model.owed().stream()
                                                        .map(one ->
                                                                texts.get(
                                                                        "headoffice.credit.cards",
                                                                        formats.money(one.owed()),
                                                                        one.cards(),
                                                                        formats.money(one.held())))
                                                        .collect(Collectors.joining("; ")),
                                model.owed()));
        return words;
    }

    private TableView<Account> accounts() {
        var table = new TableView<>(model.accounts());
        table.setId("credit-accounts");
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.credit.customer"), 260, Account::name));
        table.getColumns().add(money("headoffice.credit.limit", Account::limit));
        table.getColumns().add(money("headoffice.credit.owes", Account::owes));
        table.getColumns().add(money("headoffice.credit.at_tills", Account::held));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.credit.home"),
                                110,
                                one -> one.homeStore().map(StoreId::value).orElse("")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("headoffice.credit.none")));
        table.setPrefHeight(220);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(account -> model.choose(Optional.ofNullable(account)));
        return table;
    }

    private TextColumn<Account> money(
            String title, java.util.function.Function<Account, Money> amount) {
        return new TextColumn<Account>(
                        texts.get(title), 130, one -> formats.money(amount.apply(one)))
                .right();
    }

    private Node limit() {
        var limit = new TextField();
        limit.setId("credit-limit");
        limit.setPromptText(texts.get("headoffice.credit.limit"));
        limit.setAccessibleText(texts.get("headoffice.credit.limit"));
        limit.setOnAction(_ -> model.limit(limit.getText()));
        var save = new Button(texts.get("headoffice.credit.save"));
        save.setId("credit-save");
        save.setOnAction(_ -> model.limit(limit.getText()));
        model.chosenProperty()
                .subscribe(account ->
                        limit.setText(account.map(Account::limit).map(formats::amount).orElse("")));
        var row = new HBox(limit, save);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private TableView<Held> held() {
        var table = new TableView<>(model.held());
        table.setId("open-leases");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.till"),
                                80,
                                one -> one.store() + "-" + one.till()));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.lease.kind"),
                                130,
                                one ->
                                        texts.get(
                                                "headoffice.lease."
                                                        + one.kind()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT))));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.lease.whose"), 220, Held::whose));
        table.getColumns()
                .add(
                        new TextColumn<Held>(
                                        texts.get("headoffice.lease.holds"),
                                        120,
                                        one ->
                                                one.holds()
                                                        .map(formats::money)
                                                        .orElseGet(() -> formats.count(one.uses())))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.lease.until"),
                                200,
                                one ->
                                        one.late()
                                                ? texts.get(
                                                        "headoffice.lease.late",
                                                        formats.dateTime(one.expiresAt()))
                                                : formats.dateTime(one.expiresAt())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("headoffice.lease.none")));
        table.setPrefHeight(200);
        return table;
    }

    private Node closing(TableView<Held> held) {
        var note = new TextField();
        note.setId("lease-note");
        note.setPromptText(texts.get("headoffice.lease.note"));
        note.setAccessibleText(texts.get("headoffice.lease.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var close = new Button(texts.get("headoffice.lease.close"));
        close.setId("lease-close");
        close.disableProperty().bind(held.getSelectionModel().selectedItemProperty().isNull());
        close.setOnAction(_ -> {
            model.close(held.getSelectionModel().getSelectedItem(), note.getText());
            note.clear();
        });
        var row = new HBox(note, close);
        row.getStyleClass().add("toolbar");
        return row;
    }
}
