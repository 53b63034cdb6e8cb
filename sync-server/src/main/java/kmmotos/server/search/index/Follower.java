package kmmotos.server.search.index;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import kmmotos.model.orders.Order;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.FeedReader;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Keeps one index at what the database has: the feed tells which products have news, and these are
/// read anew. Most sales change nothing that is kept of a product, so of those that only stock
/// speaks of the shelves are compared first.
///
/// The feed is read by the server, the products as a visitor: the database itself keeps out of the
/// index what not everybody may see.
final class Follower {

    static final int BATCH = 500;
    static final Caller READER = new Caller.Server("search");
    static final Caller VISITOR = new Caller.Visitor();

    private final Database database;
    private final Clock clock;
    private final LiveIndex index;
    private IndexState state;
    private boolean first = true;

    Follower(Database database, Clock clock, LiveIndex index, IndexState state) {
        this.database = database;
        this.clock = clock;
        this.index = index;
        this.state = state;
    }

    LiveIndex index() {
        return index;
    }

    IndexState state() {
        return state;
    }

    /// What a step came to.
    ///
    /// @param lost whether the feed no longer has what the index lacks, so that it must be made
    ///   anew
    /// @param behind how many entries are left to be read
    /// @param urgent whether it was about more than how much there is of something
    record Step(boolean lost, boolean changed, long behind, boolean urgent) {}

    /// @param touched products whose row is another now
    /// @param stocked products of which there is more or less
    private record News(
            boolean lost,
            Cursor cursor,
            long behind,
            boolean names,
            boolean urgent,
            Set<UUID> touched,
            Set<UUID> stocked,
            SortedMap<String, PriceListInForce> lists) {}

    /// Reads one page of news and writes what it speaks of.
    Step step() throws IOException {
        News news = database.inTransaction(READER, this::news);
        if (news.lost()) {
            return new Step(true, false, news.behind(), true);
        }
        SortedMap<String, PriceListInForce> lists = news.lists();
        Set<UUID> touched = new LinkedHashSet<>(news.touched());
        if (!lists.equals(state.prices())) {
            touched.addAll(priced(lists));
        }
        if (news.names() || first) {
            index.name(database.inTransaction(VISITOR, CatalogNames::read));
        }
        touched.addAll(moved(news.stocked()));
        write(touched, lists);
        boolean changed = !touched.isEmpty() || !state.cursor().equals(news.cursor());
        state = state.at(news.cursor()).with(lists);
        first = false;
        return new Step(false, changed, news.behind(), news.urgent());
    }

    private News news(StatelessSession session) {
        SortedMap<String, PriceListInForce> lists =
                IndexStore.listsInForce(session, clock.instant());
        Map<Scope, Long> counters = IndexStore.counters(session);
        List<Scope> moved =
                counters.keySet().stream()
                        .filter(scope ->
                                first
                                        || counters.getOrDefault(scope, 0L)
                                                != state.cursor().at(scope).n())
                        .sorted()
                        .toList();
        if (moved.isEmpty()) {
            return new News(false, state.cursor(), 0, false, false, Set.of(), Set.of(), lists);
        }
        FeedPage page = FeedReader.page(new FeedStore(session), moved, state.cursor());
        boolean lost = !page.snapshotScopes().isEmpty();
        Touched touched = new Touched();
        page.entries().stream().map(FeedEntry::policy).forEach(touched::add);
        long behind =
                moved.stream()
                        .mapToLong(scope ->
                                counters.getOrDefault(scope, 0L) - page.cursor().at(scope).n())
                        .sum();
        return new News(
                lost,
                page.cursor(),
                Math.max(0, behind),
                touched.names(),
                touched.urgent(),
                touched.ids(session),
                touched.stocked(session),
                lists);
    }

    private List<UUID> moved(Set<UUID> stocked) throws IOException {
        return stocked.isEmpty()
                ? List.of()
                : index.moved(
                        database.inTransaction(
                                VISITOR, session -> IndexStore.shelves(session, stocked)));
    }

    private Set<UUID> priced(SortedMap<String, PriceListInForce> lists) {
        Set<UUID> ids = new HashSet<>();
        lists.forEach((zone, now) -> {
            PriceListInForce before = state.prices().getOrDefault(zone, PriceListInForce.NONE);
            if (!now.equals(before)) {
                ids.addAll(
                        database.inTransaction(
                                VISITOR, session -> IndexStore.priced(session, before, now)));
            }
        });
        return ids;
    }

    private void write(Collection<UUID> touched, SortedMap<String, PriceListInForce> lists)
            throws IOException {
        List<UUID> ids = new ArrayList<>(touched);
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<UUID> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            index.replace(
                    batch,
                    database.inTransaction(
                            VISITOR, session -> IndexStore.of(session, batch, lists)));
        }
        index.show();
    }

    /// What some news speak of.
    private static final class Touched {

        private final Set<UUID> products = new LinkedHashSet<>();
        private final Set<String> skus = new HashSet<>();
        private final Set<String> brands = new HashSet<>();
        private final Set<String> categories = new HashSet<>();

        void add(Policy policy) {
            switch (policy) {
                case Policy.ProductChanged changed -> products.add(changed.product().productId());
                case Policy.BrandChanged changed -> brands.add(changed.brand().code());
                case Policy.CategoryChanged changed -> categories.add(changed.category().code());
                case Policy.StockChanged changed -> skus.add(changed.sku().value());
                case Policy.SetAsideChanged changed -> skus.add(changed.setAside().sku().value());
                case Policy.OrderChanged changed -> add(changed.order());
                default -> {
                    // Nothing that is searched for.
                }
            }
        }

        private void add(Order order) {
            order.lines().forEach(line -> skus.add(line.priced().sku().value()));
        }

        boolean urgent() {
            return names() || !products.isEmpty();
        }

        boolean names() {
            return !brands.isEmpty() || !categories.isEmpty();
        }

        Set<UUID> ids(StatelessSession session) {
            Set<UUID> ids = new LinkedHashSet<>(products);
            if (!brands.isEmpty()) {
                ids.addAll(IndexStore.ofBrands(session, brands));
            }
            if (!categories.isEmpty()) {
                ids.addAll(IndexStore.ofCategories(session, categories));
            }
            return ids;
        }

        Set<UUID> stocked(StatelessSession session) {
            return skus.isEmpty() ? Set.of() : Set.copyOf(IndexStore.ofSkus(session, skus));
        }
    }
}
