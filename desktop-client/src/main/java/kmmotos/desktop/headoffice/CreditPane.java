package kmmotos.desktop.headoffice;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.CreditView.Account;
import kmmotos.desktop.headoffice.CreditView.Held;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// At the left who buys on account, and what tills hold; at the right what is decided of the chosen
/// customer or lease.
final class CreditPane extends HBox {
    private static final double WIDTH = 400;

    private final CreditModel model;
    private final Texts texts;
    private final Formats formats;

    CreditPane(Workplace workplace, CreditModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("split", "tab-content");
        var held = held();
        var lists =
                new VBox(
                        heading("headoffice.credit.accounts"),
                        accounts(),
                        heading("headoffice.credit.held"),
                        held);
        lists.getStyleClass().add("column");
        HBox.setHgrow(lists, Priority.ALWAYS);
        var detail = new VBox(finding(), deciding(), closing(held));
        detail.getStyleClass().add("column");
        detail.setMinWidth(WIDTH);
        detail.setPrefWidth(WIDTH);
        getChildren().addAll(lists, detail);
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private TableView<Account> accounts() {
        var table = new TableView<>(model.accounts());
        table.setId("credit-accounts");
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.credit.customer"), 200, this::name));
        table.getColumns().add(money("headoffice.credit.limit", Account::limit));
        table.getColumns().add(money("headoffice.credit.owes", Account::owes));
        table.getColumns().add(money("headoffice.credit.at_tills", Account::held));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.credit.home"), 100, CreditPane::home));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("headoffice.credit.none")));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(account -> {
                    if (account != null) {
                        model.choose(Optional.of(account));
                    }
                });
        return table;
    }

    private String name(Account account) {
        return account.blocked()
                ? texts.get("headoffice.credit.name_blocked", account.name())
                : account.name();
    }

    private static String home(Account account) {
        return account.homeStore().map(StoreId::value).orElse("");
    }

    private TextColumn<Account> money(String title, Function<Account, Money> amount) {
        return new TextColumn<Account>(
                        texts.get(title), 115, one -> formats.money(amount.apply(one)))
                .right();
    }

    private Node finding() {
        var name = new NamedField(texts, "credit-find", "headoffice.credit.find");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(_ -> model.find(name.getText()));
        var find = new Button(texts.get("headoffice.search"));
        find.setId("credit-find-do");
        find.setOnAction(_ -> model.find(name.getText()));
        var row = new HBox(name, find);
        row.getStyleClass().add("toolbar");
        var found = new FlowPane(8, 8);
        found.setPrefWrapLength(WIDTH);
        model.found()
                .addListener(
                        (ListChangeListener<Customer>)
                                _ ->
                                        found.getChildren()
                                                .setAll(
                                                        model.found().stream()
                                                                .map(this::pick)
                                                                .toList()));
        return new Card(texts.get("headoffice.credit.another"), row, found);
    }

    private Node pick(Customer customer) {
        var pick = new Button(customer.name());
        pick.setId("credit-pick-" + customer.customerId());
        pick.setOnAction(_ -> model.choose(customer));
        return pick;
    }

    private Node deciding() {
        var who = new Label();
        who.setId("credit-who");
        who.getStyleClass().add("strong");
        var limit = new NamedField(texts, "credit-limit", "headoffice.credit.limit");
        var home = new NamedField(texts, "credit-home", "headoffice.credit.home");
        var blocked = new CheckBox(texts.get("headoffice.credit.block"));
        blocked.setId("credit-blocked");
        var note = new NamedField(texts, "credit-note", "headoffice.note");
        var save = new Button(texts.get("headoffice.credit.save"));
        save.setId("credit-save");
        save.getStyleClass().add("primary");
        save.setOnAction(_ ->
                model.save(
                        new CreditModel.Typed(
                                limit.getText(),
                                home.getText(),
                                blocked.isSelected(),
                                note.getText())));
        model.chosenProperty()
                .subscribe(account -> {
                    who.setText(
                            account.map(Account::name)
                                    .orElseGet(() -> texts.get("headoffice.credit.choose")));
                    limit.setText(account.map(Account::limit).map(formats::amount).orElse(""));
                    home.setText(account.map(CreditPane::home).orElse(""));
                    blocked.setSelected(account.map(Account::blocked).orElse(false));
                    note.clear();
                });
        var fields =
                new Facts()
                        .add(texts.get("headoffice.credit.limit"), limit)
                        .add(texts.get("headoffice.credit.home"), home)
                        .add("", blocked);
        return new Card(texts.get("headoffice.credit.decide"), who, fields, note, save);
    }

    private TableView<Held> held() {
        var table = new TableView<>(model.held());
        table.setId("open-leases");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.till"),
                                70,
                                one -> one.store() + "-" + one.till()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.lease.kind"), 100, this::kind));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.lease.whose"), 170, Held::whose));
        table.getColumns()
                .add(
                        new TextColumn<Held>(texts.get("headoffice.lease.holds"), 110, this::holds)
                                .right());
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.lease.until"), 190, this::until));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("headoffice.lease.none")));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private String kind(Held held) {
        return texts.get("headoffice.lease." + held.kind().name().toLowerCase(Locale.ROOT));
    }

    private String holds(Held held) {
        return held.holds().map(formats::money).orElseGet(() -> formats.count(held.uses()));
    }

    private String until(Held held) {
        String end = formats.dateTime(held.expiresAt());
        return held.late() ? texts.get("headoffice.lease.late", end) : end;
    }

    private Node closing(TableView<Held> held) {
        var which = new Label();
        which.setId("lease-which");
        which.setWrapText(true);
        held.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one ->
                        which.setText(
                                one == null
                                        ? texts.get("headoffice.lease.choose")
                                        : texts.get(
                                                "headoffice.lease.chosen",
                                                one.store() + "-" + one.till(),
                                                holds(one),
                                                one.whose())));
        var note = new NamedField(texts, "lease-note", "headoffice.lease.note");
        var close = new Button(texts.get("headoffice.lease.close"));
        close.setId("lease-close");
        close.getStyleClass().add("danger");
        close.disableProperty().bind(held.getSelectionModel().selectedItemProperty().isNull());
        close.setOnAction(
                _ -> model.close(held.getSelectionModel().getSelectedItem(), note.take()));
        return new Card(texts.get("headoffice.lease.lost"), which, note, close);
    }
}
