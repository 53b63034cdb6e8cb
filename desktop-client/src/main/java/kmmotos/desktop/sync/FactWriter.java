package kmmotos.desktop.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.desktop.payments.PaymentStore;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.SyncTables.Fact;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.sync.Event;
import org.hibernate.StatelessSession;

/// Writes what facts of this till do into the stores.
///
/// Most facts of a day only add: sales, the card payments asked for before them, goods that came.
/// Those that follow each other are written together, with a few statements for thousands. Any
/// other fact is written alone, after all before it.
final class FactWriter {
    private final StatelessSession session;
    private final Stores stores;
    private final List<Fact> together = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<VoidedLine> voided = new ArrayList<>();
    private final List<PaymentStore.OpenIntent> intents = new ArrayList<>();
    private final Set<UUID> settled = new HashSet<>();

    FactWriter(StatelessSession session, Stores stores) {
        this.session = session;
        this.stores = stores;
    }

    void write(List<Fact> facts) {
        facts.forEach(this::write);
        writeTogether();
    }

    private void write(Fact fact) {
        Instant at = fact.entry().at();
        switch (fact.event()) {
            case Event.SaleCompleted(Sale sale) -> join(fact, sale);
            case Event.PaymentIntended(var intent) -> join(fact, intent);
            case Event.ShiftOpened _,
                    Event.StockReceived _,
                    Event.ReorderProposed _,
                    Event.SupplierReturned _,
                    Event.StockAdjusted _,
                    Event.FactsMissing _,
                    Event.StateDiffered _,
                    Event.OrderPicked _,
                    Event.OrderReady _,
                    Event.OrderRefused _,
                    Event.DeskNoted _,
                    Event.MailAsked _,
                    Event.SaleLost _ ->
                    together.add(fact);
            case Event.StockCounted(var count) -> {
                together.add(fact);
                stores.stock().lastCounts().counted(session, count, at);
            }
            case Event.LineVoided(VoidedLine line) -> {
                together.add(fact);
                voided.add(line);
            }
            case Event.PaymentAbandoned(UUID intentId, _) ->
                    alone(fact, () -> stores.payments().abandoned(session, intentId));
            case Event.ShiftClosed(var closing) ->
                    alone(fact, () -> stores.shifts().closed(session, closing));
            case Event.CashMoved(var movement) ->
                    alone(fact, () -> stores.shifts().add(session, movement));
            case Event.CustomerChanged(var customer, _) ->
                    alone(fact, () -> stores.customers().changed(session, customer));
            case Event.TransferSent(var transfer) ->
                    alone(
                            fact,
                            () -> {
                                stores.transfers().sent(session, transfer, at);
                                stores.shortages().answered(session, transfer.transferId());
                            });
            case Event.TransferRequested(var request) ->
                    alone(fact, () -> stores.shortages().put(session, request, true));
            case Event.PurchaseReceived(var receipt) ->
                    alone(fact, () -> stores.purchases().received(session, receipt));
            case Event.TransferReceived(var receipt) ->
                    alone(fact, () -> stores.transfers().arrived(session, receipt));
            case Event.LeasesTaken(var leases) ->
                    alone(
                            fact,
                            () ->
                                    leases.forEach(
                                            lease -> stores.leases().taken(session, lease, at)));
            case Event.LeaseReleased(UUID leaseId) ->
                    alone(fact, () -> stores.leases().released(session, leaseId, at));
            case Event.CounterOrderPlaced(var order) ->
                    alone(fact, () -> stores.counterOrders().placed(session, order));
            case Event.CounterOrderMoved moved ->
                    alone(fact, () -> stores.counterOrders().take(session, moved));
            case Event.QuoteMade(var quote) ->
                    alone(fact, () -> stores.quotes().put(session, quote));
            case Event.StockSetAside(var decided) ->
                    alone(fact, () -> stores.stock().put(session, decided));
            case Event.BinsChosen(var bins) -> alone(fact, () -> stores.bins().put(session, bins));
        }
    }

    private void join(Fact fact, Sale sale) {
        together.add(fact);
        sales.add(sale);
        settled.addAll(PaymentStore.settledBy(sale));
    }

    /// Intents are written before the sales that settle them, so one that comes after its sale
    /// begins the next group.
    private void join(Fact fact, PaymentIntent intent) {
        if (settled.contains(intent.intentId())) {
            writeTogether();
        }
        together.add(fact);
        intents.add(new PaymentStore.OpenIntent(intent, fact.entry().at()));
    }

    private void alone(Fact fact, Runnable effect) {
        writeTogether();
        stores.leases().seen(session, fact.entry().at());
        effect.run();
        book(List.of(fact));
    }

    private void writeTogether() {
        if (together.isEmpty()) {
            return;
        }
        stores.payments().intended(session, intents);
        stores.sales().add(session, sales);
        stores.sales().addVoided(session, voided);
        stores.shifts().add(session, sales);
        stores.payments().settled(session, settled);
        stores.pricing().used(session, sales);
        useLeases();
        together.forEach(fact -> take(fact.event()));
        stores.serials().add(session, together.stream().flatMap(FactWriter::serials).toList());
        book(together);
        together.clear();
        sales.clear();
        voided.clear();
        intents.clear();
        settled.clear();
    }

    /// All leases see the latest time of the facts since they are known. A sale may be the first
    /// that tells of a lease, so those known before it see what came before it first.
    private void useLeases() {
        Instant latest = Instant.MIN;
        for (Fact fact : together) {
            Instant at = fact.entry().at();
            if (fact.event() instanceof Event.SaleCompleted(Sale sale)
                    && LeaseStore.areUsedBy(sale)) {
                see(latest);
                latest = at;
                stores.leases().used(session, sale, at);
            }
            latest = at.isAfter(latest) ? at : latest;
        }
        see(latest);
    }

    private void see(Instant latest) {
        if (latest.isAfter(Instant.MIN)) {
            stores.leases().seen(session, latest);
        }
    }

    private static Stream<SerialStep> serials(Fact fact) {
        return switch (fact.event()) {
            case Event.SaleCompleted(Sale sale) -> SerialStep.of(sale);
            case Event.StockReceived(var receipt) -> SerialStep.of(receipt, fact.entry().at());
            default -> Stream.of();
        };
    }

    private void take(Event event) {
        event.orderStep().ifPresent(step -> stores.orders().become(session, step));
        stores.counterOrders().take(session, event);
    }

    private void book(List<Fact> facts) {
        stores.stock().book(session, facts.stream().map(FactWriter::booking).toList());
    }

    private static StockStore.Booking booking(Fact fact) {
        return new StockStore.Booking(
                fact.event().movements(),
                fact.entry().at(),
                fact.entry().type(),
                reference(fact.event()),
                fact.movesFigure());
    }

    private static String reference(Event event) {
        return switch (event) {
            case Event.SaleCompleted(Sale sale) -> sale.receiptNumber().toString();
            case Event.StockReceived(var receipt) -> receipt.reference();
            case Event.PurchaseReceived(var receipt) ->
                    receipt.reference().isEmpty()
                            ? receipt.orderNumber()
                            : receipt.orderNumber() + " / " + receipt.reference();
            case Event.StockAdjusted(var adjustment) -> adjustment.note();
            case Event.SupplierReturned(var goods) -> goods.supplier();
            case Event.TransferSent(var transfer) -> transfer.to().value();
            case Event.TransferReceived(var receipt) -> receipt.from().value();
            default -> "";
        };
    }
}
