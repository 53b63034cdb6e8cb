package kmmotos.server.accounts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kmmotos.server.http.Problem;

/// Where somebody lives or works, as a letter bears it.
///
/// @param line street and number
/// @param region state or province, where the country's addresses have one: two letters in Brazil
///   and the United States
/// @param country ISO 3166-1, two letters
record Address(
        String name,
        String line,
        Optional<String> secondLine,
        String city,
        Optional<String> region,
        Optional<String> postalCode,
        String country,
        Optional<String> phone) {

    private static final int MAX_LENGTH = 120;
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]{1," + MAX_LENGTH + "}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> WITH_REGION = Set.of("BR", "US");

    /// Of other countries: some have no codes at all.
    private static final Pattern ANY_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{1,11}");

    /// The forms that the countries' post services publish (Universal Postal Union).
    private static final Map<String, Pattern> CODES =
            Map.of(
                    "BR", Pattern.compile("\\d{5}-?\\d{3}"),
                    "PT", Pattern.compile("\\d{4}-\\d{3}"),
                    "ES", Pattern.compile("\\d{5}"),
                    "US", Pattern.compile("\\d{5}(-\\d{4})?"),
                    "DE", Pattern.compile("\\d{5}"),
                    "FR", Pattern.compile("\\d{5}"),
                    "GB", Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"));

    /// Refuses what no letter would arrive at, with every place that is wrong.
    void check() {
        Problem problem =
                Problem.of(422, "invalid_address", "Something is missing or not correct.");
        problem = plain(problem, "/name", Optional.of(name));
        problem = plain(problem, "/line", Optional.of(line));
        problem = plain(problem, "/second_line", secondLine);
        problem = plain(problem, "/city", Optional.of(city));
        problem = plain(problem, "/region", region);
        problem = plain(problem, "/phone", phone);
        if (!COUNTRIES.contains(country)) {
            problem = problem.at("/country", "invalid_country", "A country is two letters.");
        }
        if (WITH_REGION.contains(country)
                && region.filter(text -> REGION.matcher(text).matches()).isEmpty()) {
            problem = problem.at("/region", "invalid_region", "The state is two letters.");
        }
        if (!isCodeGood()) {
            problem =
                    problem.at(
                            "/postal_code",
                            "invalid_postal_code",
                            "This is no postal code of that country.");
        }
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }

    private boolean isCodeGood() {
        Pattern form = CODES.get(country);
        return form == null
                ? postalCode.filter(code -> !ANY_CODE.matcher(code).matches()).isEmpty()
                : postalCode.filter(code -> form.matcher(code).matches()).isPresent();
    }

    private static Problem plain(Problem problem, String pointer, Optional<String> text) {
        boolean isBad =
                text.filter(told -> told.isBlank() || !PLAIN.matcher(told).matches()).isPresent();
        return isBad ? problem.at(pointer, "invalid_text", "1 to 120 characters") : problem;
    }
}
