package kmmotos.server.search;

import io.helidon.webserver.http.ServerRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;

/// Reads a search from a request's query; 400 `invalid_query` with what is wrong.
final class WantedQuery {

    private WantedQuery() {}

    static Wanted from(ServerRequest request) {
        return new Wanted(
                text(request, "q"),
                text(request, "category"),
                text(request, "brand"),
                bike(request),
                price(request, "price_from"),
                price(request, "price_to"),
                store(request, "in_stock_at"),
                read(request, "sort", Wanted.Sort::parse).orElse(Wanted.Sort.RELEVANCE),
                flag(request, "facets"),
                flag(request, "explain"),
                Page.Wanted.from(request, Order.KEYS));
    }

    /// Whether there is nothing but a text: what it does not find is not in the catalogue.
    static boolean isBare(Wanted wanted) {
        return wanted.category().isEmpty()
                && wanted.brand().isEmpty()
                && wanted.bike().isEmpty()
                && wanted.priceFrom().isEmpty()
                && wanted.priceTo().isEmpty()
                && wanted.inStockAt().isEmpty()
                && wanted.page().first();
    }

    static Optional<String> text(ServerRequest request, String name) {
        Optional<String> value =
                request.query().first(name).map(String::strip).filter(text -> !text.isEmpty());
        if (value.filter(text -> text.length() > TypedText.MAX_LENGTH).isPresent()) {
            throw invalid(name + " may have " + TypedText.MAX_LENGTH + " characters at most.");
        }
        if (value.filter(text -> text.indexOf('\0') >= 0).isPresent()) {
            throw invalid(name + " must not hold a NUL character.");
        }
        return value;
    }

    static Optional<StoreId> store(ServerRequest request, String name) {
        return read(request, name, StoreId::new);
    }

    static RuntimeException invalid(String detail) {
        return Problem.badRequest("invalid_query", detail).refusal();
    }

    private static Optional<Wanted.Bike> bike(ServerRequest request) {
        Optional<String> make = text(request, "make");
        Optional<String> model = text(request, "model");
        Optional<String> year = text(request, "year");
        if (make.isEmpty() && model.isEmpty() && year.isEmpty()) {
            return Optional.empty();
        }
        if (make.isEmpty() || model.isEmpty() || year.filter(y -> y.matches("\\d{4}")).isEmpty()) {
            throw invalid("A motorcycle is make, model and a year of 4 digits.");
        }
        return Optional.of(
                new Wanted.Bike(
                        make.get(),
                        model.get(),
                        OptionalInt.of(Integer.parseInt(year.orElseThrow())),
                        isOnly(text(request, "bike").orElse("only"))));
    }

    private static boolean isOnly(String how) {
        return switch (how) {
            case "only" -> true;
            case "first" -> false;
            default -> throw invalid("bike is only or first.");
        };
    }

    private static Optional<BigDecimal> price(ServerRequest request, String name) {
        return read(
                request,
                name,
                text -> {
                    if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
                        throw new IllegalArgumentException(name + " is an amount such as 49.90.");
                    }
                    return new BigDecimal(text);
                });
    }

    private static boolean flag(ServerRequest request, String name) {
        return read(
                        request,
                        name,
                        text ->
                                switch (text) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default ->
                                            throw new IllegalArgumentException(
                                                    name + " is true or false.");
                                })
                .orElse(false);
    }

    private static <T> Optional<T> read(
            ServerRequest request, String name, Function<String, T> parse) {
        try {
            return text(request, name).map(parse);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }
}
