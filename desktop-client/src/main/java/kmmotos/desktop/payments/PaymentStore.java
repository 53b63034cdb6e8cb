package kmmotos.desktop.payments;

import java.time.Instant;
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

    public void intended(StatelessSession session, PaymentIntent intent, Instant at) {
        session.upsert(new PaymentIntentRow(intent, at));
    }

    public void abandoned(StatelessSession session, UUID intentId) {
        close(session, intentId, "abandoned");
    }

    public void settled(StatelessSession session, Sale sale) {
        for (Tender tender : sale.tenders()) {
            if (tender instanceof Tender.Card(UUID intentId, _, _)) {
                close(session, intentId, "taken");
            }
        }
    }

    private static void close(StatelessSession session, UUID intentId, String state) {
        Sql.run(
                session,
                "update payment_intent set state = ?1 where intent_id = ?2",
                state,
                intentId);
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
