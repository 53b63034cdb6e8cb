package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The tax rules of each place.
public final class TaxRulesStore {

    public List<TaxRules> list(StatelessSession session) {
        return Sql.list(
                session,
                "select document from tax_rules order by place",
                row -> Sql.json(row, "document", TaxRules.class));
    }

    /// Saves a place's rules and tells the tills of every zone with a store there.
    public void save(StatelessSession session, TaxRules rules) {
        Sql.update(
                session,
                "insert into tax_rules (place, document) values (?, ?)"
                        + " on conflict (place) do update set document = excluded.document",
                rules.place(),
                new String(CanonicalJson.bytes(rules), StandardCharsets.UTF_8));
        List<Scope> zones =
                Sql.list(
                        session,
                        "select distinct zone from store where tax_place = ?",
                        row -> Scope.priceList(row.getString(1)),
                        rules.place());
        Feed.publishAll(session, zones, List.of(new Policy.TaxRulesChanged(rules)));
    }

    /// The rules that a zone's stores sell by, as news for a till.
    public List<Policy> policies(StatelessSession session, String zone) {
        return Sql.list(
                session,
                "select document from tax_rules where place in (select tax_place from store where"
                        + " zone = ?) order by place",
                row -> new Policy.TaxRulesChanged(Sql.json(row, "document", TaxRules.class)),
                zone);
    }
}
