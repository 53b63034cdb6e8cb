package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;

/// After a start: brings back the sale that was open when the till stopped, and asks about card
/// payments that were begun and of which nobody wrote down how they ended.
public final class RecoveryModel {
    private final SaleDesk desk;
    private final ParkModel parking;
    private final CheckoutModel checkout;
    private final ReadOnlyObjectWrapper<Optional<PaymentIntent>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private record Left(Optional<OpenSale> sale, List<PaymentIntent> payments) {}

    public RecoveryModel(SaleDesk desk, ParkModel parking, CheckoutModel checkout) {
        this.desk = desk;
        this.parking = parking;
        this.checkout = checkout;
    }

    /// Called once, when the first person has signed in.
    public void lookAround() {
        desk.counter().background().run(this::left, this::show, desk.failed("sales.lookup.failed"));
    }

    /// A card payment that must be cleared up before anything else is paid: was it taken?
    public ReadOnlyObjectProperty<Optional<PaymentIntent>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// The slip of the terminal says it was paid.
    public void wasTaken(String reference) {
        question.get()
                .ifPresent(intent -> {
                    question.set(Optional.empty());
                    takeInto(intent, reference);
                });
    }

    public void wasNotTaken() {
        question.get().ifPresent(intent -> abandon(intent, "found not taken after a restart"));
    }

    private Left left() {
        var payments = desk.counter().books().unsettledPayments();
        var of = payments.stream().map(PaymentIntent::saleId).findFirst();
        var sale = of.flatMap(this::kept).or(parking::interrupted).map(parking::open);
        return new Left(sale, payments);
    }

    private Optional<ParkedSale> kept(UUID saleId) {
        return parking.all().stream().filter(sale -> sale.saleId().equals(saleId)).findFirst();
    }

    private void show(Left left) {
        left.sale()
                .filter(sale -> !sale.isEmpty())
                .ifPresent(sale -> {
                    desk.sale().change(sale, 0);
                    desk.note("sales.recovered");
                });
        question.set(left.payments().stream().findFirst());
        parking.refresh();
    }

    private void takeInto(PaymentIntent intent, String reference) {
        var sale = desk.sale();
        if (sale.sale().saleId().equals(intent.saleId()) && sale.shift().isPresent()) {
            checkout.goToTender(
                    List.of(new Tender.Card(intent.intentId(), intent.amount(), reference)));
        } else {
            desk.problem("sales.recovery.no_sale", desk.money(intent.amount()));
            abandon(intent, "taken, but its sale is gone: give it back at the terminal");
        }
    }

    private void abandon(PaymentIntent intent, String why) {
        question.set(Optional.empty());
        desk.counter()
                .background()
                .run(
                        () -> {
                            var journal = desk.counter().journal();
                            journal.record(new Event.PaymentAbandoned(intent.intentId(), why));
                            journal.project();
                            return desk.counter().books().unsettledPayments();
                        },
                        left -> question.set(left.stream().findFirst()),
                        desk.failed("sales.journal.failed"));
    }
}
