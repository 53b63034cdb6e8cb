package kmmotos.desktop.stock;

import java.time.Instant;
import java.util.Optional;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stock.StockEverywhere;
import org.hibernate.StatelessSession;

/// What the server said of items at all shops, kept for when it can't be asked.
public final class StockElsewhere {

    /// @param at when the server said so
    public record Kept(StockEverywhere told, Instant at) {}

    public void keep(StatelessSession session, Kept kept) {
        Sql.run(
                session,
                "merge into stock_elsewhere (sku, body) key (sku) values (?1, ?2)",
                kept.told().sku().value(),
                JsonText.write(kept));
    }

    public Optional<Kept> find(StatelessSession session, Sku sku) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select body from stock_elsewhere where sku = ?1",
                        sku.value())
                .stream()
                .findFirst()
                .map(body -> JsonText.read(body, Kept.class));
    }
}
