package kmmotos.server.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Follows each card payment from its intent to its end. One that stays open is money to look for:
/// the terminal may have taken it before the till went down.
public final class PaymentEffect implements Effect {

    /// A payment's intent, and the event that tells what became of it.
    private record Step(NewEvent event, UUID intentId) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<NewEvent> opened = new ArrayList<>();
        List<Step> taken = new ArrayList<>();
        List<Step> abandoned = new ArrayList<>();
        for (NewEvent event : events) {
            switch (event.event()) {
                case Event.PaymentIntended _ -> opened.add(event);
                case Event.PaymentAbandoned(UUID intentId, String _) ->
                        abandoned.add(new Step(event, intentId));
                case Event.SaleCompleted(Sale sale) ->
                        cards(sale).forEach(intent -> taken.add(new Step(event, intent)));
                case Event.ShiftOpened _,
                        Event.ShiftClosed _,
                        Event.CashMoved _,
                        Event.CustomerChanged _,
                        Event.StockReceived _,
                        Event.PurchaseReceived _,
                        Event.ReorderProposed _,
                        Event.SupplierReturned _,
                        Event.StockAdjusted _,
                        Event.StockCounted _,
                        Event.TransferSent _,
                        Event.TransferReceived _,
                        Event.TransferRequested _,
                        Event.LineVoided _,
                        Event.DeskNoted _,
                        Event.SaleLost _,
                        Event.QuoteMade _,
                        Event.CounterOrderPlaced _,
                        Event.CounterOrderMoved _,
                        Event.MailAsked _,
                        Event.FactsMissing _,
                        Event.StateDiffered _,
                        Event.StockSetAside _,
                        Event.BinsChosen _,
                        Event.LeasesTaken _,
                        Event.LeaseReleased _,
                        Event.OrderPicked _,
                        Event.OrderReady _,
                        Event.OrderRefused _ -> {}
            }
        }
        open(session, opened);
        close(session, taken, "taken");
        close(session, abandoned, "abandoned");
    }

    private static List<UUID> cards(Sale sale) {
        return sale.tenders().stream()
                .filter(Tender.Card.class::isInstance)
                .map(Tender.Card.class::cast)
                .map(Tender.Card::intentId)
                .toList();
    }

    private static void open(StatelessSession session, List<NewEvent> opened) {
        if (opened.isEmpty()) {
            return;
        }
        Sql.update(
                session,
                """
                insert into payment_intent (intent_id, store_id, device_id, sale_id, amount_minor,
                    currency, intended_at, state)
                select i.*, 'open' from unnest(?, ?, ?, ?, ?, ?, ?) as i
                on conflict (intent_id) do nothing\
                """,
                Column.of("uuid", opened, event -> intent(event).intentId()),
                Column.of("text", opened, event -> event.till().storeId().value()),
                Column.of("uuid", opened, event -> event.till().deviceId().value()),
                Column.of("uuid", opened, event -> intent(event).saleId()),
                Column.of("bigint", opened, event -> intent(event).amount().minor()),
                Column.of(
                        "text",
                        opened,
                        event -> intent(event).amount().currency().getCurrencyCode()),
                Column.instants(opened.stream().map(event -> event.entry().at()).toList()));
    }

    private static PaymentIntent intent(NewEvent opened) {
        return ((Event.PaymentIntended) opened.event()).intent();
    }

    private static void close(StatelessSession session, List<Step> steps, String state) {
        if (!steps.isEmpty()) {
            Sql.update(
                    session,
                    """
                    update payment_intent p set state = ?
                    from unnest(?, ?) as s (intent_id, store_id)
                    where p.intent_id = s.intent_id and p.store_id = s.store_id
                        and p.state = 'open'\
                    """,
                    state,
                    Column.of("uuid", steps, Step::intentId),
                    Column.of("text", steps, step -> step.event().till().storeId().value()));
        }
    }
}
