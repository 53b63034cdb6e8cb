package kmmotos.server.search.index;

import java.util.List;
import java.util.Locale;

/// The fields of a product in the index.
public final class Fields {

    /// The languages that have rules for the forms of words; any other is read by English rules.
    public static final List<String> LANGUAGES = List.of("pt", "es", "en");

    public static final String ID = "id";

    /// Every word as it is written, without accents and case.
    public static final String PLAIN = "plain";

    /// What a word or phrase means in any language, see [PartWords].
    public static final String CONCEPT = "concept";

    /// SKUs, makers' numbers and GTINs, letters and digits only.
    public static final String NUMBER = "number";

    /// The same, and what is left of each number from each of its parts on.
    public static final String NUMBER_PART = "number_part";

    public static final String BRAND = "brand";

    /// The category and those above it.
    public static final String CATEGORY = "category";

    /// The stores that have it.
    public static final String STORE = "store";

    public static final String IN_STOCK = "in_stock";

    /// By what [Follower] knows whether a sale changed anything that is kept here.
    static final String SHELVES = "shelves";

    /// A motorcycle as it is written: `Honda|CB500X`.
    public static final String BIKE = "bike";

    /// `HONDA|CB500X`, whatever the year.
    public static final String FITS_MODEL = "fits_model";

    /// `HONDA|CB500X|2019` for each year.
    public static final String FITS_YEAR = "fits_year";

    /// `HONDA|CB500X|2013`, since when, for models that are still built.
    public static final String FITS_SINCE = "fits_since";

    public static final String UNIVERSAL = "universal";
    public static final String SORT_NAME = "sort_name";
    public static final String LISTED = "listed";

    /// Features that rank, not what is found.
    public static final String RANK = "rank";

    public static final String SOLD = "sold";
    public static final String YES = "y";

    private Fields() {}

    /// The words of names.
    public static String name(String language) {
        return "name_" + language;
    }

    /// The words of descriptions and of the category's name.
    public static String more(String language) {
        return "more_" + language;
    }

    /// What everybody pays for one where this zone's list holds, in millionths.
    public static String price(String zone) {
        return "price/" + zone;
    }

    /// The language whose rules a text in this one is read by.
    public static String rulesOf(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.contains(language) ? language : "en";
    }
}
