package kmmotos.server.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/// Makes of a product what the index keeps of it.
final class ProductDocument {

    /// A longer run of model years is kept by its first year, as if it were still built.
    private static final int MAX_YEARS = 60;

    private static final int SHORTEST_NUMBER_PART = 3;

    private final IndexedProduct indexed;
    private final Product product;
    private final Document document = new Document();
    private final Set<String> plain = new LinkedHashSet<>();
    private final Set<String> meanings = new LinkedHashSet<>();
    private final PartWords parts;

    private ProductDocument(IndexedProduct indexed, PartWords parts) {
        this.indexed = indexed;
        this.product = indexed.product();
        this.parts = parts;
    }

    static Document of(IndexedProduct indexed, CatalogNames catalog, PartWords parts) {
        ProductDocument made = new ProductDocument(indexed, parts);
        made.addNames(catalog);
        made.product.variants().forEach(made::addVariant);
        made.addShelves();
        made.addOrder();
        made.plain.forEach(word -> made.term(Fields.PLAIN, word));
        made.meanings.forEach(meaning -> made.term(Fields.CONCEPT, meaning));
        return made.document;
    }

    static String sortName(Product product) {
        return String.join(" ", Words.plain(product.names().in(Locale.ENGLISH)));
    }

    private void addNames(CatalogNames catalog) {
        product.names()
                .byLanguage()
                .forEach((tag, name) -> {
                    text(Fields.name(Fields.rulesOf(tag)), name);
                    addPlain(name);
                    meanings.addAll(parts.meaningsIn(name));
                });
        product.descriptions().ifPresent(this::addMore);
        catalog.categoryNames(product.category()).ifPresent(this::addMore);
        addPlain(catalog.brandName(product.brand()));
    }

    private void addMore(Names names) {
        names.byLanguage()
                .forEach((tag, words) -> {
                    text(Fields.more(Fields.rulesOf(tag)), words);
                    plain.addAll(Words.plain(words));
                });
    }

    private void addVariant(Variant variant) {
        variant.options()
                .values()
                .forEach(option -> {
                    addPlain(option);
                    meanings.addAll(parts.meaningsIn(option));
                });
        Stream.of(
                        Stream.of(variant.sku().value()),
                        variant.partNumbers().stream(),
                        variant.gtins().stream().map(Gtin::value))
                .flatMap(numbers -> numbers)
                .forEach(this::addNumber);
        variant.fits().forEach(this::addFitment);
        if (variant.fits().isEmpty()) {
            term(Fields.UNIVERSAL, Fields.YES);
        }
    }

    /// A number and what is left of it from each of its parts on, for those who type only the end.
    private void addNumber(String written) {
        List<String> words = Words.plain(written);
        String whole = PartNumber.normalized(written);
        if (whole.isEmpty()) {
            return;
        }
        term(Fields.NUMBER, whole);
        term(Fields.NUMBER_PART, whole);
        for (int from = 1; from < words.size(); from++) {
            String rest = PartNumber.normalized(String.join("", words.subList(from, words.size())));
            if (rest.length() >= SHORTEST_NUMBER_PART) {
                term(Fields.NUMBER_PART, rest);
            }
        }
    }

    private void addFitment(Fitment fitment) {
        String key = Bikes.Bike.key(fitment.make(), fitment.model());
        term(Fields.BIKE, fitment.make().strip() + "|" + fitment.model().strip());
        term(Fields.FITS_MODEL, key);
        addPlain(fitment.make() + " " + fitment.model());
        int last = fitment.yearTo().orElse(Integer.MAX_VALUE);
        if (last - MAX_YEARS >= fitment.yearFrom()) {
            term(Fields.FITS_SINCE, key + "|" + fitment.yearFrom());
        } else {
            for (int year = fitment.yearFrom(); year <= last; year++) {
                term(Fields.FITS_YEAR, key + "|" + year);
            }
        }
    }

    /// The words, and two neighbours together if one has a digit: `10W-40` is found as `10w40`.
    private void addPlain(String text) {
        List<String> words = Words.plain(text);
        plain.addAll(words);
        for (int i = 1; i < words.size(); i++) {
            String both = words.get(i - 1) + words.get(i);
            if (both.chars().anyMatch(Character::isDigit)) {
                plain.add(both);
            }
        }
    }

    private void addShelves() {
        facet(Fields.BRAND, product.brand());
        for (String category : CatalogNames.withThoseAbove(product.category())) {
            facet(Fields.CATEGORY, category);
        }
        Shelves shelves = indexed.shelves();
        shelves.stores().forEach(store -> facet(Fields.STORE, store));
        if (!shelves.stores().isEmpty()) {
            term(Fields.IN_STOCK, Fields.YES);
        }
        if (shelves.soldPerDay() > 0) {
            document.add(new FeatureField(Fields.RANK, Fields.SOLD, (float) shelves.soldPerDay()));
        }
        document.add(new NumericDocValuesField(Fields.SHELVES, shelves.fingerprint()));
    }

    private void addOrder() {
        BytesRef id = new BytesRef(product.productId().toString());
        document.add(new StringField(Fields.ID, id, Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, id));
        document.add(new SortedDocValuesField(Fields.SORT_NAME, new BytesRef(sortName(product))));
        document.add(new LongField(Fields.LISTED, indexed.listedAt().toEpochMilli(), Store.NO));
        indexed.prices()
                .forEach((zone, amount) ->
                        document.add(
                                new LongField(
                                        Fields.price(zone), Millionths.of(amount), Store.NO)));
    }

    private void text(String field, String text) {
        document.add(new TextField(field, text, Store.NO));
    }

    private void term(String field, String term) {
        document.add(new StringField(field, term, Store.NO));
    }

    private void facet(String field, String value) {
        term(field, value);
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
}
