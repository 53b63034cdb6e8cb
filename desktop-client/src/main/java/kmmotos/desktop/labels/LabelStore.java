package kmmotos.desktop.labels;

import java.util.Collection;
import java.util.List;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import org.hibernate.StatelessSession;

/// Which labels are out of date: the price differs between the list in force and the one before,
/// and no label was printed here under the new one.
public final class LabelStore {

    /// Of items that are on hand, in the order of their SKUs.
    ///
    /// @param now the list in force
    /// @param before the one before it
    public List<Sku> toRenew(StatelessSession session, String now, String before, int atMost) {
        return Sql.list(
                        session,
                        String.class,
                        atMost,
                        "select n.sku from price n"
                                + " join price b on b.price_list_id = ?2 and b.sku = n.sku"
                                + " join stock s on s.sku = n.sku and s.on_hand > 0"
                                + " left join label_printed l on l.sku = n.sku"
                                + " where n.price_list_id = ?1 and n.body <> b.body"
                                + " and (l.price_list_id is null or l.price_list_id <> ?1)"
                                + " order by n.sku",
                        now,
                        before)
                .stream()
                .map(Sku::new)
                .toList();
    }

    /// @param list the price list in force
    public void printed(StatelessSession session, Collection<Sku> skus, String list) {
        skus.forEach(sku ->
                Sql.run(
                        session,
                        "merge into label_printed (sku, price_list_id) key (sku) values (?1, ?2)",
                        sku.value(),
                        list));
    }
}
