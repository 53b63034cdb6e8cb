package kmmotos.server.catalog;

import java.util.List;
import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The catalogue in a till's snapshot: brands, categories, products.
public enum CatalogPart implements SnapshotPart {
    BRANDS("brand_changed", "brand") {
        @Override
        public void write(StatelessSession session, Store store, Consumer<Policy> out) {
            CATALOG.brands(session).forEach(brand -> out.accept(new Policy.BrandChanged(brand)));
        }
    },
    CATEGORIES("category_changed", "category") {
        @Override
        public void write(StatelessSession session, Store store, Consumer<Policy> out) {
            CATALOG.categories(session)
                    .forEach(category -> out.accept(new Policy.CategoryChanged(category)));
        }
    },
    PRODUCTS("product_changed", "product") {
        @Override
        public void write(StatelessSession session, Store store, Consumer<Policy> out) {
            CATALOG.forEachProduct(
                    session, product -> out.accept(new Policy.ProductChanged(product)));
        }
    };

    private static final CatalogStore CATALOG = new CatalogStore();

    private final String type;
    private final String table;

    CatalogPart(String type, String table) {
        this.type = type;
        this.table = table;
    }

    /// All parts, those first that the others speak of.
    public static List<SnapshotPart> all() {
        return List.of(values());
    }

    @Override
    public Scope scope(Store store) {
        return Scope.CATALOG;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(session, "select count(*) from " + table, row -> row.getLong(1))
                .orElseThrow();
    }
}
