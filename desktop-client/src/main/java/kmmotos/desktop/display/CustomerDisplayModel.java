package kmmotos.desktop.display;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.devices.LineDisplay;
import kmmotos.desktop.display.CustomerView.Line;
import kmmotos.desktop.display.CustomerView.Moment;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.sales.CheckoutModel;
import kmmotos.desktop.sales.LineView;
import kmmotos.desktop.sales.OpenSale;
import kmmotos.desktop.sales.SaleModels;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.Store;

/// Turns the sale at the counter into what its customer sees, in the customer's language where it
/// is known and else in the shop's.
public final class CustomerDisplayModel {

    private final SaleModels sales;
    private final Store store;
    private final ReadOnlyObjectWrapper<CustomerView> view;

    public CustomerDisplayModel(SaleModels sales, Store store) {
        this.sales = sales;
        this.store = store;
        this.view = new ReadOnlyObjectWrapper<>(now());
        var sale = sales.desk().sale();
        sale.onChange(_ -> renew());
        sale.stateProperty().subscribe(_ -> renew());
        sales.checkout().tender().dueProperty().subscribe(_ -> renew());
        sales.checkout().doneProperty().subscribe(_ -> renew());
    }

    public ReadOnlyObjectProperty<CustomerView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public Texts texts() {
        return new Texts(locale());
    }

    public String shop() {
        return store.name();
    }

    /// The same on a display of two lines: what was rung up last, or greeting and thanks; beneath
    /// it the amount.
    public List<String> twoLines() {
        CustomerView now = view.get();
        return switch (now.moment()) {
            case IDLE -> List.of(shop(), texts().get("display.welcome"));
            case RINGING_UP, PAYING ->
                    List.of(
                            now.lines().isEmpty() ? shop() : now.lines().getLast().name(),
                            apart(now.caption(), now.amount()));
            case DONE -> List.of(apart(now.caption(), now.amount()), texts().get("display.thanks"));
        };
    }

    /// The amount at the right end, whole; the words before it as far as there is room.
    private static String apart(String words, String amount) {
        int room = Math.max(0, LineDisplay.COLUMNS - amount.length() - 1);
        String shortened = words.length() > room ? words.substring(0, room) : words;
        int gap = Math.max(1, LineDisplay.COLUMNS - shortened.length() - amount.length());
        return shortened + " ".repeat(gap) + amount;
    }

    private void renew() {
        view.set(now());
    }

    private CustomerView now() {
        var sale = sales.desk().sale();
        Optional<Sale> done = sales.checkout().doneProperty().get();
        if (sale.stateProperty().get() == SaleState.DONE && done.isPresent()) {
            return done(done.get());
        }
        boolean pays = sale.stateProperty().get() == SaleState.TENDER;
        if (sale.rows().isEmpty() && !pays) {
            return new CustomerView(Moment.IDLE, List.of(), "", "");
        }
        Money total = sale.totalsProperty().get().due();
        Money due = pays ? sales.checkout().tender().dueProperty().get().orElse(total) : total;
        String key = due.isNegative() ? "back" : pays ? "due" : "total";
        return new CustomerView(
                pays ? Moment.PAYING : Moment.RINGING_UP,
                sale.rows().stream().map(this::line).toList(),
                texts().get("display." + key),
                formats().money(due.abs()));
    }

    private CustomerView done(Sale sale) {
        boolean back = sale.total().isNegative();
        Money amount = back ? sale.total().negated() : CheckoutModel.change(sale);
        String key = back ? "back" : amount.isZero() ? "paid" : "change";
        return new CustomerView(
                Moment.DONE,
                List.of(),
                texts().get("display." + key),
                formats().money(amount.isZero() ? sale.total() : amount));
    }

    private Line line(LineView row) {
        return new Line(
                name(row),
                formats().quantity(row.quantity()) + " × " + formats().amount(row.unit()),
                formats().amount(row.total()));
    }

    /// What is given back is called as on its receipt.
    private String name(LineView row) {
        var sku = new Sku(row.sku());
        OpenSale sale = sales.desk().sale().sale();
        boolean isSold =
                sale.basket().lines().stream()
                        .anyMatch(line -> line.lineId() == row.lineId() && line.sku().equals(sku));
        return isSold ? sale.article(sku).name(locale()) : row.name();
    }

    private Formats formats() {
        return new Formats(locale(), store.timeZone());
    }

    private Locale locale() {
        return Locale.forLanguageTag(
                sales.desk()
                        .sale()
                        .sale()
                        .customer()
                        .flatMap(Customer::language)
                        .orElse(store.language()));
    }
}
