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
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.desktop.fitment.DecodedVin;
import kmmotos.desktop.fitment.VinTable;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.fitment.Vin;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Reads `cg160 2019 brake`: as many words as name a motorcycle, a year, and words of the part.
/// Without a year it is this year's. In place of the name there may be a VIN; where that does not
/// tell the model, the name stands after it.
final class BikeWords {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final int MAX_MODEL_WORDS = 4;
    private static final int MAX_MODELS = 8;

    /// Up to here a maker's bikes of one model and year have the same VIN.
    private static final int VIN_OF_MODEL = 8;

    private final Till till;
    private volatile @Nullable VinTable vins;

    BikeWords(Till till) {
        this.till = till;
    }

    /// What was named.
    ///
    /// @param rest words that name no motorcycle
    record Named(List<Motorcycle> bikes, Optional<Vin> vin, boolean hasYear, String rest) {}

    Named named(StatelessSession session, String typed) {
        var words = new ArrayList<>(List.of(typed.strip().split("\\s+", -1)));
        var vin = words.stream().flatMap(word -> Vin.find(word).stream()).findFirst();
        words.removeIf(word -> Vin.find(word).isPresent());
        var years = words.stream().filter(word -> YEAR.matcher(word).matches()).toList();
        words.removeAll(years);
        var decoded = vin.map(it -> vins().decode(it, thisYear() + 1));
        var year =
                years.stream()
                        .findFirst()
                        .map(Integer::valueOf)
                        .or(() -> decoded.flatMap(DecodedVin::year));
        var told = decoded.map(it -> models(session, it)).orElse(List.of());
        if (!told.isEmpty()) {
            return named(told, vin, year, words);
        }
        for (int count = Math.min(MAX_MODEL_WORDS, words.size()); count > 0; count--) {
            var models = models(session, String.join(" ", words.subList(0, count)));
            if (!models.isEmpty()) {
                return named(models, vin, year, words.subList(count, words.size()));
            }
        }
        return named(List.of(), vin, year, words);
    }

    private Named named(
            List<MotorcycleModel> models,
            Optional<Vin> vin,
            Optional<Integer> year,
            List<String> rest) {
        var bikes =
                models.stream()
                        .map(model ->
                                new Motorcycle(
                                        model.make(),
                                        model.model(),
                                        year.orElseGet(this::thisYear)))
                        .toList();
        return new Named(bikes, vin, year.isPresent(), String.join(" ", rest));
    }

    /// As the catalogue writes them, if it knows them. A VIN whose model nobody can read may be
    /// like one in a customer's garage.
    private List<MotorcycleModel> models(StatelessSession session, DecodedVin decoded) {
        var models = new LinkedHashSet<MotorcycleModel>();
        for (var model : decoded.models()) {
            var known = models(session, model.make() + model.name());
            models.addAll(
                    known.isEmpty()
                            ? List.of(new MotorcycleModel(model.make(), model.name()))
                            : known);
        }
        if (models.isEmpty()) {
            var like = decoded.vin().value().substring(0, VIN_OF_MODEL);
            till.stores().customers().motorcycles(session, like, MAX_MODELS).stream()
                    .map(bike -> new MotorcycleModel(bike.make(), bike.model()))
                    .forEach(models::add);
        }
        return List.copyOf(models);
    }

    /// A motorcycle that no part of the catalogue is for, as somebody wrote it: make, model and
    /// year. Nothing if a word is missing.
    static List<BikeFound> written(String typed, int latest) {
        var words = new ArrayList<>(List.of(typed.strip().split("\\s+", -1)));
        var vin = words.stream().flatMap(word -> Vin.find(word).stream()).findFirst();
        words.removeIf(word -> Vin.find(word).isPresent());
        var year =
                words.stream()
                        .filter(word -> YEAR.matcher(word).matches())
                        .map(Integer::valueOf)
                        .findFirst()
                        .or(() -> vin.flatMap(it -> it.years(latest).stream().findFirst()));
        words.removeIf(word -> YEAR.matcher(word).matches());
        if (year.isEmpty() || words.size() < 2) {
            return List.of();
        }
        var model = String.join(" ", words.subList(1, words.size()));
        return List.of(new BikeFound(new Motorcycle(words.getFirst(), model, year.get()), vin));
    }

    List<CatalogItem> parts(StatelessSession session, Named named, int limit) {
        var found = new LinkedHashSet<CatalogItem>();
        for (var bike : named.bikes()) {
            found.addAll(till.stores().catalog().fitting(session, bike, named.rest(), limit));
        }
        return found.stream().limit(limit).toList();
    }

    /// Words that find something in this catalogue, to show how they are written.
    Optional<String> example(StatelessSession session, Locale locale) {
        return till.stores().catalog().someFittings(session, MAX_MODELS).stream()
                .flatMap(fitting -> example(fitting, locale).stream())
                .filter(words -> !parts(session, named(session, words), 1).isEmpty())
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

    private List<MotorcycleModel> models(StatelessSession session, String name) {
        return till.stores().catalog().motorcycles(session, name, MAX_MODELS);
    }

    /// Read when the first VIN is asked for.
    private VinTable vins() {
        var read = vins;
        if (read == null) {
            read = VinTable.read();
            vins = read;
        }
        return read;
    }

    private int thisYear() {
        return LocalDate.ofInstant(till.config().clock().instant(), ZoneOffset.UTC).getYear();
    }
}
