package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Set;
import kmmotos.server.storage.StorageFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what a handler threw becomes an answer. The cause is logged once here; the
/// caller gets a trace id to name, never a stack trace.
public final class ErrorMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03", "57014");

    private final Locale fallback;

    private ErrorMapper(Locale fallback) {
        this.fallback = fallback;
    }

    /// Filters that are added after this are covered, too.
    ///
    /// @param language of the chain, for callers who ask for none
    public static void register(HttpRouting.Builder routing, Locale language) {
        new ErrorMapper(language).register(routing);
    }

    private void register(HttpRouting.Builder routing) {
        routing.addFilter(this::answerInside);
        routing.error(Refusal.class, (req, res, e) -> problem(req, res, e.problem()));
        routing.error(HttpException.class, this::protocol);
        routing.error(Throwable.class, this::failure);
    }

    /// The web server answers what a filter throws only outside of all filters, where the access
    /// log would have taken it for done.
    private void answerInside(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        try {
            chain.proceed();
        } catch (Refusal e) {
            problem(request, response, e.problem());
        } catch (HttpException e) {
            protocol(request, response, e);
        }
    }

    /// Only here a problem is told in the caller's language: everywhere else its code decides.
    private void problem(ServerRequest request, ServerResponse response, Problem problem) {
        Locale language = Languages.from(request, fallback).chosen();
        if (!response.isSent()) {
            response.header(HeaderNames.CONTENT_LANGUAGE, language.toLanguageTag());
            if (problem.more().get(Problem.RETRY_AFTER) instanceof Integer seconds) {
                response.header(HeaderNames.RETRY_AFTER, seconds.toString());
            }
            Answers.problem(request, response, new ProblemTexts(language).of(problem));
        }
    }

    private void protocol(ServerRequest request, ServerResponse response, HttpException e) {
        int status = e.status().code();
        if (status >= 500) {
            failure(request, response, e);
            return;
        }
        String detail = status == 404 ? "There is nothing here." : String.valueOf(e.getMessage());
        problem(request, response, Problem.of(status, "http_" + status, detail));
    }

    private void failure(ServerRequest request, ServerResponse response, Throwable e) {
        if (databaseIsAway(e)) {
            LOG.warn("the database is not available: {}", e.toString());
            response.header(HeaderNames.RETRY_AFTER, "5");
            problem(
                    request,
                    response,
                    Problem.of(503, "try_again", "Not available now. Please try again."));
            return;
        }
        LOG.error("{} failed", request.path().rawPath(), e);
        problem(
                request,
                response,
                Problem.of(500, "internal_error", "Something failed here. Nothing was changed."));
    }

    private static boolean databaseIsAway(Throwable e) {
        return StorageFailed.sqlState(e)
                        .filter(state ->
                                state.startsWith("08")
                                        || state.startsWith("57P")
                                        || TRY_AGAIN.contains(state))
                        .isPresent()
                || StorageFailed.isPoolExhausted(e);
    }
}
