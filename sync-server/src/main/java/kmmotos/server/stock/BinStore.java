package kmmotos.server.stock;

import java.nio.charset.StandardCharsets;
import kmmotos.model.stock.Bins;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Where items lie, as it was decided last.
final class BinStore {

    /// Of two decisions the later one holds.
    ///
    /// @return whether this one holds now
    boolean keep(StatelessSession session, Bins decided) {
        return Sql.update(
                        session,
                        """
                        insert into item_bin as b (store_id, sku, bins, decided_at, decision,
                            document)
                        values (?, ?, string_to_array(?, ','), ?, ?, ?)
                        on conflict (store_id, sku) do update
                        set bins = excluded.bins, decided_at = excluded.decided_at,
                            decision = excluded.decision, document = excluded.document
                        where (b.decided_at, b.decision)
                            < (excluded.decided_at, excluded.decision)\
                        """,
                        decided.store().value(),
                        decided.sku().value(),
                        String.join(",", decided.bins()),
                        decided.decidedAt(),
                        decided.binsId(),
                        new String(CanonicalJson.bytes(decided), StandardCharsets.UTF_8))
                == 1;
    }
}
