package kmmotos.desktop.payments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import org.hibernate.StatelessSession;

/// Card payments: an intent is open until its sale is written down or it is given up. One that is
/// open when nobody pays is what a crash left: somebody must look at the terminal.
public final class PaymentStore {
    static final String OPEN = "open";

    /// @param at when the terminal was about to be asked
    public record OpenIntent(PaymentIntent intent, Instant at) {}

    public static List<Class<?>> rows() {
        return List.of(PaymentIntentRow.class);
    }

    public void intended(StatelessSession session, List<OpenIntent> intents) {
        session.upsertMultiple(
                intents.stream()
                        .map(open -> new PaymentIntentRow(open.intent(), open.at()))
                        .toList());
    }

    public void abandoned(StatelessSession session, UUID intentId) {
        close(session, List.of(intentId), "abandoned");
    }

    public void settled(StatelessSession session, Collection<UUID> intents) {
        close(session, intents, "taken");
    }

    /// The intents that a sale settles.
    public static List<UUID> settledBy(Sale sale) {
        return sale.tenders().stream()
                .filter(Tender.Card.class::isInstance)
                .map(tender -> ((Tender.Card) tender).intentId())
                .toList();
    }

    private static void close(StatelessSession session, Collection<UUID> intents, String state) {
        Sql.batch(
                session,
                "update payment_intent set state = ? where intent_id = ?",
                intents.stream().map(intentId -> new Object[] {state, intentId}).toList());
    }

    /// Oldest first.
    public List<OpenIntent> open(StatelessSession session) {
        return session.createSelectionQuery(
                        "from PaymentIntentRow where state = 'open' order by at",
                        PaymentIntentRow.class)
                .getResultStream()
                .map(row -> new OpenIntent(row.toPaymentIntent(), row.at))
                .toList();
    }
}
