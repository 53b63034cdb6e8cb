package kmmotos.server.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Names;
import kmmotos.server.catalog.CatalogStore;
import org.hibernate.StatelessSession;

/// The brands and categories, by their codes.
public record CatalogNames(Map<String, Category> categories, Map<String, Brand> brands) {

    static final CatalogNames NONE = new CatalogNames(Map.of(), Map.of());

    public CatalogNames {
        categories = Map.copyOf(categories);
        brands = Map.copyOf(brands);
    }

    static CatalogNames read(StatelessSession session) {
        CatalogStore catalog = new CatalogStore();
        return new CatalogNames(
                catalog.categories(session).stream()
                        .collect(Collectors.toMap(Category::code, Function.identity())),
                catalog.brands(session).stream()
                        .collect(Collectors.toMap(Brand::code, Function.identity())));
    }

    /// A category's code is a path: `brakes/pads` lies in `brakes`.
    static List<String> withThoseAbove(String category) {
        List<String> all = new ArrayList<>();
        for (int end = category.indexOf('/'); end >= 0; end = category.indexOf('/', end + 1)) {
            all.add(category.substring(0, end));
        }
        all.add(category);
        return all;
    }

    public Optional<Names> categoryNames(String code) {
        return Optional.ofNullable(categories.get(code)).map(Category::names);
    }

    public String brandName(String code) {
        Brand brand = brands.get(code);
        return brand == null ? code : brand.name();
    }
}
