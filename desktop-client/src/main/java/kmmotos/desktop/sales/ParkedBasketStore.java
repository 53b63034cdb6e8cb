package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import org.hibernate.StatelessSession;

/// Baskets put aside at this till.
public final class ParkedBasketStore {
    public void park(StatelessSession session, ParkedBasket basket) {
        session.upsert(new ParkedBasketRow(basket));
    }

    /// Oldest first.
    public List<ParkedBasket> all(StatelessSession session) {
        return session.createSelectionQuery(
                        "from ParkedBasketRow order by parkedAt", ParkedBasketRow.class)
                .getResultStream()
                .map(ParkedBasketRow::toParkedBasket)
                .toList();
    }

    /// Gets a basket back and forgets it; empty if somebody was faster.
    public Optional<ParkedBasket> take(StatelessSession session, UUID basketId) {
        Optional<ParkedBasket> parked =
                Optional.ofNullable(session.get(ParkedBasketRow.class, basketId))
                        .map(ParkedBasketRow::toParkedBasket);
        Sql.run(session, "delete from parked_basket where basket_id = ?1", basketId);
        return parked;
    }
}
