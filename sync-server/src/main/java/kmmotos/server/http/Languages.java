package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.model.catalog.Names;

/// Which language a caller reads, of those the chain writes, by `Accept-Language` (RFC 9110).
///
/// @param chosen the best of what the caller asks for
/// @param fallback the chain's own, for texts that are not in the chosen one
public record Languages(Locale chosen, Locale fallback) {

    private static final List<Locale> KNOWN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

    public static Languages from(ServerRequest request, Locale fallback) {
        return new Languages(
                request.headers()
                        .first(HeaderNames.ACCEPT_LANGUAGE)
                        .flatMap(Languages::best)
                        .orElse(fallback),
                fallback);
    }

    /// A name in the chosen language, else in the chain's, else in any.
    public String of(Names names) {
        boolean there =
                names.byLanguage().keySet().stream()
                        .anyMatch(tag ->
                                Locale.forLanguageTag(tag)
                                        .getLanguage()
                                        .equals(chosen.getLanguage()));
        return names.in(there ? chosen : fallback);
    }

    private static Optional<Locale> best(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> known(range).stream())
                    .findFirst();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `pt` or `pt-PT` is better served in Brazilian Portuguese than in English.
    private static Optional<Locale> known(Locale.LanguageRange range) {
        return Optional.ofNullable(Locale.lookup(List.of(range), KNOWN))
                .or(() -> KNOWN.stream().filter(known -> sameLanguage(range, known)).findFirst());
    }

    private static boolean sameLanguage(Locale.LanguageRange range, Locale known) {
        int end = range.getRange().indexOf('-');
        String language = end < 0 ? range.getRange() : range.getRange().substring(0, end);
        return language.equals(known.getLanguage());
    }
}
