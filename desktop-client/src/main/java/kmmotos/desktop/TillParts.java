package kmmotos.desktop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.sales.Article;
import kmmotos.desktop.sales.PartsBook;
import kmmotos.desktop.stock.StockElsewhere;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.stock.StockEverywhere;
import org.hibernate.StatelessSession;

/// What a parts clerk looks up, in the till's own books; only what other shops have is asked of the
/// server, and its last answer is kept.
final class TillParts implements PartsBook {
    /// More numbers than this do not replace each other; a chain that leads back to itself ends.
    private static final int MAX_CHAIN = 10;

    private final Till till;
    private final TillCounter counter;
    private final BikeWords bikes;
    private final StockElsewhere elsewhere = new StockElsewhere();

    TillParts(Till till, TillCounter counter, BikeWords bikes) {
        this.till = till;
        this.counter = counter;
        this.bikes = bikes;
    }

    @Override
    public BikesFound bikes(String typed, int limit) {
        return till.database()
                .read(session -> {
                    var named = bikes.named(session, typed);
                    return new BikesFound(
                            named.bikes(),
                            named.rest(),
                            counter.articles(session, bikes.parts(session, named, limit)));
                });
    }

    @Override
    public List<Article> fitting(Motorcycle bike, String words, int limit) {
        return till.database()
                .read(session ->
                        counter.articles(
                                session,
                                till.stores().catalog().fitting(session, bike, words, limit)));
    }

    @Override
    public List<Article> successors(Sku sku) {
        return till.database().read(session -> counter.articles(session, chain(session, sku)));
    }

    private List<CatalogItem> chain(StatelessSession session, Sku sku) {
        Set<Sku> seen = new LinkedHashSet<>(List.of(sku));
        List<CatalogItem> chain = new ArrayList<>();
        var next = successor(session, sku);
        while (next.isPresent() && chain.size() < MAX_CHAIN && seen.add(next.get().sku())) {
            chain.add(next.get());
            next = successor(session, next.get().sku());
        }
        return chain.stream().filter(item -> item.product().active()).toList();
    }

    private Optional<CatalogItem> successor(StatelessSession session, Sku sku) {
        var catalog = till.stores().catalog();
        return catalog.find(session, sku)
                .flatMap(item -> item.variant().supersededBy())
                .flatMap(next -> catalog.find(session, next));
    }

    @Override
    public List<Article> alternatives(Sku sku, int limit) {
        return till.database()
                .read(session ->
                        counter.articles(
                                session, till.stores().catalog().samePart(session, sku, limit)));
    }

    @Override
    public Optional<Everywhere> everywhere(Sku sku) {
        var now = till.config().clock().instant();
        if (till.sync().counter().stock(sku)
                instanceof Reply.Answered<StockEverywhere>(StockEverywhere told)) {
            till.database()
                    .write(session -> elsewhere.keep(session, new StockElsewhere.Kept(told, now)));
            return Optional.of(new Everywhere(told, now, true));
        }
        return till.database()
                .read(session -> elsewhere.find(session, sku))
                .map(kept -> new Everywhere(kept.told(), kept.at(), false));
    }
}
