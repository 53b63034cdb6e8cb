package kmmotos.desktop.bins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stock.Bins;
import org.hibernate.StatelessSession;

/// Where items lie, as it was decided last.
public final class BinStore {

    private static final String BETWEEN = ",";

    /// Of two decisions the later one holds, whichever comes first.
    public void put(StatelessSession session, Bins decided) {
        boolean isOlder =
                !Sql.list(
                                session,
                                String.class,
                                1,
                                "select sku from item_bin where sku = ?1 and (decided_at > ?2"
                                        + " or (decided_at = ?2 and decision > ?3))",
                                decided.sku().value(),
                                decided.decidedAt(),
                                decided.binsId())
                        .isEmpty();
        if (!isOlder) {
            Sql.run(
                    session,
                    "merge into item_bin (sku, bins, decided_at, decision) key (sku)"
                            + " values (?1, ?2, ?3, ?4)",
                    decided.sku().value(),
                    String.join(BETWEEN, decided.bins()),
                    decided.decidedAt(),
                    decided.binsId());
        }
    }

    /// The first is where it is picked.
    public List<String> of(StatelessSession session, Sku sku) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select bins from item_bin where sku = ?1",
                        sku.value())
                .stream()
                .filter(bins -> !bins.isEmpty())
                .flatMap(bins -> List.of(bins.split(BETWEEN, -1)).stream())
                .toList();
    }

    public List<Sku> in(StatelessSession session, String bin, int limit) {
        return Sql.list(
                        session,
                        String.class,
                        limit,
                        "select sku from item_bin where concat(',', bins, ',') like ?1 order by sku",
                        "%," + bin + ",%")
                .stream()
                .map(Sku::new)
                .toList();
    }

    /// When it was decided last where an item lies.
    public Optional<Instant> decidedAt(StatelessSession session, Sku sku) {
        return Sql.list(
                        session,
                        Instant.class,
                        1,
                        "select decided_at from item_bin where sku = ?1",
                        sku.value())
                .stream()
                .findFirst();
    }
}
