package kmmotos.desktop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.catalog.CatalogStore;
import kmmotos.desktop.catalog.CatalogStore.MotorcycleModel;
import kmmotos.model.fitment.Motorcycle;
import org.hibernate.StatelessSession;

/// Reads `cg160 2019 brake`: as many words as name a motorcycle, a year, and words of the part.
/// Without a year it is this year's.
final class BikeWords {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final int MAX_MODEL_WORDS = 4;
    private static final int MAX_MODELS = 8;

    private final Till till;

    BikeWords(Till till) {
        this.till = till;
    }

    List<CatalogItem> parts(StatelessSession session, String typed, int limit) {
        var words = new ArrayList<>(List.of(typed.strip().split("\\s+", -1)));
        var years = words.stream().filter(word -> YEAR.matcher(word).matches()).toList();
        words.removeAll(years);
        int year = years.stream().findFirst().map(Integer::valueOf).orElseGet(this::thisYear);
        for (int count = Math.min(MAX_MODEL_WORDS, words.size()); count > 0; count--) {
            var bikes = bikes(session, String.join(" ", words.subList(0, count)));
            if (!bikes.isEmpty()) {
                var rest = String.join(" ", words.subList(count, words.size()));
                return fitting(session, bikes, year, rest, limit);
            }
        }
        return List.of();
    }

    /// Words that find something in this catalogue, to show how they are written.
    Optional<String> example(StatelessSession session, Locale locale) {
        return till.stores().catalog().someFittings(session, MAX_MODELS).stream()
                .flatMap(fitting -> example(fitting, locale).stream())
                .filter(words -> !parts(session, words, 1).isEmpty())
                .findFirst();
    }

    private Optional<String> example(CatalogStore.Fitting fitting, Locale locale) {
        var bike = fitting.bike();
        return Pattern.compile("\\p{L}{4,}")
                .matcher(fitting.item().description(locale))
                .results()
                .findFirst()
                .map(word ->
                        "%s %d %s"
                                .formatted(
                                        bike.model(),
                                        Math.min(bike.year(), thisYear()),
                                        word.group())
                                .toLowerCase(locale));
    }

    private List<MotorcycleModel> bikes(StatelessSession session, String name) {
        return till.stores().catalog().motorcycles(session, name, MAX_MODELS);
    }

    private List<CatalogItem> fitting(
            StatelessSession session,
            List<MotorcycleModel> bikes,
            int year,
            String words,
            int limit) {
        var found = new LinkedHashSet<CatalogItem>();
        for (var bike : bikes) {
            var motorcycle = new Motorcycle(bike.make(), bike.model(), year);
            found.addAll(till.stores().catalog().fitting(session, motorcycle, words, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private int thisYear() {
        return LocalDate.ofInstant(till.config().clock().instant(), ZoneOffset.UTC).getYear();
    }
}
