package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
        var sale =
                of.flatMap(this::kept)
                        .or(parking::interrupted)
                        .map(parking::open)
                        .map(found -> found.withPaid(stillPaid(found, payments)));
        return new Left(sale, payments);
    }

    /// A card part counts while its payment is open in the journal: one that was cancelled at the
    /// terminal just before the stop does not.
    private static List<Tender> stillPaid(OpenSale sale, List<PaymentIntent> open) {
        return sale.paid().stream()
                .filter(part ->
                        !(part instanceof Tender.Card)
                                || open.stream().anyMatch(it -> of(it).test(part)))
                .toList();
    }

    /// What is a part of the sale in front needs no question.
    private Optional<PaymentIntent> firstUnknown(List<PaymentIntent> payments) {
        var paid = desk.sale().sale().paid();
        return payments.stream().filter(it -> paid.stream().noneMatch(of(it))).findFirst();
    }

    private static Predicate<Tender> of(PaymentIntent intent) {
        return part ->
                part instanceof Tender.Card card && card.intentId().equals(intent.intentId());
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
        question.set(firstUnknown(left.payments()));
        parking.refresh();
    }

    private void takeInto(PaymentIntent intent, String reference) {
        var sale = desk.sale();
        if (sale.sale().saleId().equals(intent.saleId()) && sale.shift().isPresent()) {
            checkout.goToTenderPaid(new Tender.Card(intent.intentId(), intent.amount(), reference));
        } else {
            desk.messages()
                    .problem(
                            desk.texts()
                                    .get("sales.recovery.no_sale", desk.money(intent.amount())));
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
                        left -> question.set(firstUnknown(left)),
                        desk.failed("sales.journal.failed"));
    }
}
