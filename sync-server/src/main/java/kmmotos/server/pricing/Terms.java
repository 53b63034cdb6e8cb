package kmmotos.server.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.pricing.Prices;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.Promotions;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// By what the caller is priced at a store now: the list in force, the taxes of the place, and the
/// caller's own price group.
public record Terms(
        Store store, Optional<String> priceListId, TaxRules taxes, PricingContext context) {

    /// Columns of a query that has a store as `s` and the present moment as its first parameter;
    /// read by [#from].
    public static final String COLUMNS =
            "to_json(s) as store_document, (select price_list_id from price_list l where l.zone ="
                    + " s.zone and l.effective_from <= ? order by l.effective_from desc,"
                    + " l.published_at desc limit 1) as price_list_id, (select t.document from"
                    + " tax_rules t where t.place = s.tax_place) as tax_document, (select"
                    + " cu.price_group from customer cu where cu.customer_id = km_subject() and"
                    + " cu.active) as caller_group";

    /// The terms at a store, or at the chain's first one.
    public static Optional<Terms> find(
            StatelessSession session, Optional<StoreId> store, Instant now) {
        return Sql.first(
                session,
                "select "
                        + COLUMNS
                        + " from store s where ?::text is null or s.store_id = ?"
                        + " order by s.store_id limit 1",
                row -> from(row, now),
                now,
                store.map(StoreId::value).orElse(null),
                store.map(StoreId::value).orElse(null));
    }

    public static Terms from(ResultSet row, Instant now) throws SQLException {
        Store store = Sql.json(row, "store_document", Store.class);
        return new Terms(
                store,
                Optional.ofNullable(row.getString("price_list_id")),
                row.getString("tax_document") == null
                        ? new TaxRules(store.taxPlace(), List.of())
                        : Sql.json(row, "tax_document", TaxRules.class),
                PricingContext.of(
                        store,
                        store.dayAt(now),
                        now,
                        Optional.ofNullable(row.getString("caller_group"))));
    }

    public PricingEngine engine(Prices prices) {
        return engine(prices, Promotions.NONE);
    }

    public PricingEngine engine(Prices prices, Promotions promotions) {
        return new PricingEngine(prices, taxes, promotions);
    }
}
