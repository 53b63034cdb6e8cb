package kmmotos.desktop.sales;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrder;

/// An order with a deposit: for whom, by when, how much now; and goods that no catalogue has. Enter
/// writes it down and goes on to taking the deposit.
final class DepositDialog implements Dialog {
    private final Texts texts;
    private final Dialogs layer;
    private final DepositModel model;
    private final RadioButton special;
    private final RadioButton layaway;
    private final TextField customer;
    private final TextField phone;
    private final TextField email;
    private final TextField days;
    private final TextField deposit;
    private final TextField supplier;
    private final TextField note;
    private final TextField number;
    private final TextField description;
    private final TextField quantity;
    private final TextField price;
    private final VBox view = new VBox();

    DepositDialog(SaleModels models, Dialogs layer) {
        this.texts = models.desk().texts();
        this.layer = layer;
        this.model = models.deposits();
        boolean rungUp = models.desk().sale().sale().hasLines();
        var known = model.customer();
        this.special = new RadioButton(texts.get("sales.deposit.special"));
        this.layaway = new RadioButton(texts.get("sales.deposit.layaway"));
        this.customer = field("deposit-customer", known.map(Customer::name).orElse(""));
        this.phone = field("deposit-phone", known.flatMap(Customer::phone).orElse(""));
        this.email = field("deposit-email", "");
        this.days = field("deposit-days", Integer.toString(model.usualDays()));
        this.deposit = field("deposit-amount", "");
        this.supplier = field("deposit-supplier", "");
        this.note = field("deposit-note", "");
        this.number = field("deposit-number", "");
        this.description = field("deposit-description", "");
        this.quantity = field("deposit-quantity", "1");
        this.price = field("deposit-price", "");
        if (rungUp) {
            deposit.setPromptText(
                    texts.get("sales.deposit.least", models.desk().money(model.least())));
        }
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(kinds(rungUp), form(), unlisted(), keys());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node kinds(boolean rungUp) {
        var group = new ToggleGroup();
        special.setToggleGroup(group);
        layaway.setToggleGroup(group);
        special.setId("deposit-special");
        layaway.setId("deposit-layaway");
        special.setSelected(true);
        layaway.setDisable(!rungUp);
        var row = new HBox(special, layaway);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private Node form() {
        var grid = grid();
        row(grid, "sales.deposit.customer", customer, "sales.deposit.phone", phone);
        row(grid, "sales.deposit.amount_now", deposit, "sales.deposit.in_days", days);
        row(grid, "sales.deposit.supplier", supplier, "sales.deposit.email", email);
        row(grid, "sales.deposit.note", note);
        return grid;
    }

    /// What the shop has not got and no catalogue lists.
    private Node unlisted() {
        var title = new Label(texts.get("sales.deposit.unlisted_title"));
        title.getStyleClass().add("section-title");
        var grid = grid();
        row(grid, "sales.deposit.number", number, "sales.deposit.description", description);
        row(grid, "sales.deposit.price", price, "sales.deposit.quantity", quantity);
        unlistedOnly(special.isSelected(), grid);
        special.selectedProperty().subscribe(chosen -> unlistedOnly(chosen, grid));
        return new VBox(8, title, grid);
    }

    private static void unlistedOnly(boolean isSpecial, Node grid) {
        grid.setDisable(!isSpecial);
    }

    private Node keys() {
        var make = KeyCap.button("Enter", texts.get("sales.deposit.take"), this::make);
        make.getStyleClass().add("primary");
        make.setId("make-deposit");
        var row = new HBox(make);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        for (int i = 0; i < 4; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(i % 2 == 1 ? Priority.ALWAYS : Priority.NEVER);
            column.setMinWidth(GridPane.USE_PREF_SIZE);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private void row(GridPane grid, String name, TextField of) {
        grid.addRow(grid.getRowCount(), label(name, of));
        grid.add(of, 1, grid.getRowCount() - 1, 3, 1);
    }

    private void row(GridPane grid, String first, TextField one, String second, TextField another) {
        grid.addRow(grid.getRowCount(), label(first, one), one, label(second, another), another);
    }

    private Label label(String key, TextField of) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setLabelFor(of);
        of.setAccessibleText(texts.get(key));
        return label;
    }

    private static TextField field(String id, String text) {
        var field = new TextField(text);
        field.setId(id);
        field.setPrefColumnCount(18);
        return field;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            make();
        }
    }

    /// What is refused stays on the screen to be put right.
    private void make() {
        var kind = layaway.isSelected() ? CounterOrder.Kind.LAYAWAY : CounterOrder.Kind.SPECIAL;
        var item =
                new UnlistedItem(
                        number.getText(),
                        description.getText(),
                        quantity.getText(),
                        price.getText());
        boolean made =
                model.make(
                        new DepositModel.Terms(
                                kind,
                                customer.getText(),
                                phone.getText(),
                                email.getText(),
                                days.getText(),
                                deposit.getText(),
                                supplier.getText(),
                                note.getText(),
                                kind == CounterOrder.Kind.LAYAWAY ? UnlistedItem.NONE : item));
        if (made) {
            layer.close(this);
        }
    }

    @Override
    public String title() {
        return texts.get("sales.deposit.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return customer;
    }
}
