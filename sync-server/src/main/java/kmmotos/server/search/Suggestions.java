package kmmotos.server.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Product;
import kmmotos.server.catalog.CatalogStore;
import kmmotos.server.http.Languages;
import kmmotos.server.search.index.LiveIndex;
import kmmotos.server.search.index.Words;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldDocs;
import org.hibernate.StatelessSession;

/// What a text may become while it is typed: products, categories, brands, motorcycles.
record Suggestions(
        List<ProductName> products, List<Named> categories, List<Named> brands, List<Bike> bikes) {

    private static final int MAX_OF_EACH = 6;

    record ProductName(UUID productId, String name) {}

    record Named(String code, String name) {}

    record Bike(String make, String model) {}

    static Suggestions of(
            StatelessSession session,
            LiveIndex.View view,
            Search search,
            String text,
            Languages languages)
            throws IOException {
        List<String> words = Words.plain(text);
        return new Suggestions(
                products(session, view, search, text, languages),
                beginning(
                        words,
                        view.names().categories().values().stream()
                                .map(one -> new Named(one.code(), languages.of(one.names())))),
                beginning(
                        words,
                        view.names().brands().values().stream()
                                .map(one -> new Named(one.code(), one.name()))),
                view.bikes().beginning(text, MAX_OF_EACH).stream()
                        .map(bike -> new Bike(bike.make(), bike.model()))
                        .toList());
    }

    private static List<ProductName> products(
            StatelessSession session,
            LiveIndex.View view,
            Search search,
            String text,
            Languages languages)
            throws IOException {
        TypedText typed = TypedText.read(text, search.parts());
        if (typed.isEmpty()) {
            return List.of();
        }
        Query query = new TextQuery(view, search.parts(), search.ranking(), typed).beginning();
        Order order = new Order(Wanted.Sort.RELEVANCE, "");
        TopFieldDocs top = view.searcher().search(query, MAX_OF_EACH, order.sort());
        List<UUID> ids =
                Arrays.stream(top.scoreDocs)
                        .map(hit -> UUID.fromString(order.keys((FieldDoc) hit).getLast()))
                        .toList();
        Map<UUID, Product> found = new CatalogStore().find(session, ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(Product::active)
                .map(product -> new ProductName(product.productId(), languages.of(product.names())))
                .toList();
    }

    /// Those in whose name each word begins one; the shortest names first.
    private static List<Named> beginning(List<String> words, Stream<Named> all) {
        if (words.isEmpty()) {
            return List.of();
        }
        return all.filter(
                        one -> {
                            List<String> ofName = Words.plain(one.name());
                            return words.stream()
                                    .allMatch(word ->
                                            ofName.stream().anyMatch(n -> n.startsWith(word)));
                        })
                .sorted(
                        Comparator.comparingInt((Named one) -> one.name().length())
                                .thenComparing(Named::code))
                .limit(MAX_OF_EACH)
                .toList();
    }
}
