package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;

/// Writes down what a customer wanted and did not get, in a few keys and at any moment.
public final class LostSaleModel {
    private final SaleDesk desk;
    private final TypedNumbers numbers;

    LostSaleModel(SaleDesk desk) {
        this.desk = desk;
        this.numbers = new TypedNumbers(desk.texts().locale());
    }

    /// @param asked an article's number or code, or words
    /// @param quantity as typed; nothing is one
    public void write(String asked, String quantity, LostSale.Reason reason) {
        var staff = desk.signIn().operator();
        var units = quantity.isBlank() ? Optional.of(Quantity.ONE) : numbers.quantity(quantity);
        if (staff.isEmpty()) {
            return;
        }
        if (asked.isBlank() || asked.strip().length() > LostSale.MAX_WORDS) {
            desk.refuse("sales.lost.nothing", LostSale.MAX_WORDS);
        } else if (units.filter(Quantity::isPositive).isEmpty()) {
            desk.refuse("sales.entry.number", quantity);
        } else {
            write(asked.strip(), units.get(), reason, staff.get());
        }
    }

    private void write(String asked, Quantity units, LostSale.Reason reason, StaffMember staff) {
        desk.counter()
                .background()
                .run(
                        () -> recorded(asked, units, reason, staff),
                        lost ->
                                desk.messages()
                                        .done(
                                                desk.texts()
                                                        .get(
                                                                "sales.lost.done",
                                                                desk.formats()
                                                                        .quantity(lost.quantity()),
                                                                asked)),
                        desk.failed("sales.journal.failed"));
    }

    private LostSale recorded(
            String asked, Quantity units, LostSale.Reason reason, StaffMember staff) {
        var counter = desk.counter();
        var now = counter.clock().get();
        List<Article> found = counter.books().byCode(asked);
        var store = desk.sale().store();
        var lost =
                new LostSale(
                        counter.ids().get(),
                        store.storeId(),
                        counter.device(),
                        desk.sale()
                                .shift()
                                .map(ShiftOpening::businessDay)
                                .orElseGet(() -> store.dayAt(now)),
                        now,
                        staff.staffId(),
                        desk.sale().sale().customer().map(Customer::customerId),
                        found.size() == 1 ? Optional.of(found.getFirst().sku()) : Optional.empty(),
                        asked,
                        units,
                        reason);
        counter.journal().record(new Event.SaleLost(lost));
        return lost;
    }

    /// What the dialog begins with: the chosen line's article.
    public String suggested() {
        return desk.sale().chosenRow().map(LineView::sku).orElse("");
    }
}
