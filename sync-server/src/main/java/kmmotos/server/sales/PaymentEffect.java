package kmmotos.server.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.Till;
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

    @Override
    public void apply(StatelessSession session, Till till, List<NewEvent> events, News news) {
        List<UUID> taken = new ArrayList<>();
        List<UUID> abandoned = new ArrayList<>();
        for (NewEvent event : events) {
            switch (event.event()) {
                case Event.PaymentIntended(PaymentIntent intent) ->
                        open(session, till, intent, event);
                case Event.PaymentAbandoned(UUID intentId, String _) -> abandoned.add(intentId);
                case Event.SaleCompleted(Sale sale) -> taken.addAll(cards(sale));
                case Event.ShiftOpened _,
                        Event.ShiftClosed _,
                        Event.StockReceived _,
                        Event.StockAdjusted _,
                        Event.StockCounted _,
                        Event.TransferSent _,
                        Event.TransferReceived _,
                        Event.LineVoided _,
                        Event.FactsMissing _,
                        Event.OrderPicked _,
                        Event.OrderReady _,
                        Event.OrderRefused _ -> {}
            }
        }
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

    private static void open(
            StatelessSession session, Till till, PaymentIntent intent, NewEvent event) {
        Sql.update(
                session,
                """
                insert into payment_intent (intent_id, store_id, device_id, sale_id, amount_minor,
                    currency, intended_at, state)
                values (?, ?, ?, ?, ?, ?, ?, 'open') on conflict (intent_id) do nothing\
                """,
                intent.intentId(),
                till.storeId().value(),
                till.deviceId().value(),
                intent.saleId(),
                intent.amount().minor(),
                intent.amount().currency().getCurrencyCode(),
                event.entry().at());
    }

    private static void close(StatelessSession session, List<UUID> intents, String state) {
        if (!intents.isEmpty()) {
            Sql.update(
                    session,
                    "update payment_intent set state = ? where intent_id = any (?)"
                            + " and state = 'open'",
                    state,
                    Column.uuids(intents));
        }
    }
}
