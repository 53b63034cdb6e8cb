package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Fit;
import kmmotos.model.fitment.Motorcycle;

/// Motorcycles that are found by any word of their names, and what the chain has, in memory.
public final class FakeParts implements PartsBook {
    public final List<Motorcycle> bikes =
            new ArrayList<>(List.of(new Motorcycle("Honda", "CG 160", 2019)));
    public final Map<Sku, Everywhere> everywhere = new HashMap<>();
    public final Map<Sku, List<Article>> same = new HashMap<>();
    private final FakeBooks books;

    FakeParts(FakeBooks books) {
        this.books = books;
    }

    @Override
    public BikesFound bikes(String typed, int limit) {
        var words = List.of(typed.toLowerCase(Locale.ROOT).split("\\s+", -1));
        var named =
                bikes.stream()
                        .filter(bike -> words.stream().anyMatch(word -> names(bike, word)))
                        .toList();
        var rest =
                words.stream()
                        .filter(word -> named.stream().noneMatch(bike -> names(bike, word)))
                        .collect(Collectors.joining(" "));
        return new BikesFound(
                named,
                rest,
                named.stream()
                        .flatMap(bike -> fitting(bike, rest, limit).stream())
                        .distinct()
                        .toList());
    }

    private static boolean names(Motorcycle bike, String word) {
        var letters = bike.toString().toLowerCase(Locale.ROOT);
        return letters.contains(word) || letters.replace(" ", "").contains(word);
    }

    @Override
    public List<Article> fitting(Motorcycle bike, String words, int limit) {
        return books.search(words, limit).stream()
                .filter(article -> Fit.of(article.variant().fits(), bike) == Fit.FITS)
                .toList();
    }

    @Override
    public List<Article> successors(Sku sku) {
        return books.article(sku)
                .flatMap(article -> article.variant().supersededBy())
                .flatMap(books::article)
                .map(next -> {
                    var chain = new ArrayList<>(List.of(next));
                    chain.addAll(successors(next.sku()));
                    return List.copyOf(chain);
                })
                .orElse(List.of());
    }

    @Override
    public List<Article> alternatives(Sku sku, int limit) {
        return same.getOrDefault(sku, List.of());
    }

    @Override
    public Optional<Everywhere> everywhere(Sku sku) {
        return Optional.ofNullable(everywhere.get(sku));
    }
}
