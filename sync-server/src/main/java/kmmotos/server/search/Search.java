package kmmotos.server.search;

import io.helidon.webserver.http.HttpService;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import kmmotos.server.http.Problem;
import kmmotos.server.search.index.LiveIndex;
import kmmotos.server.search.index.PartWords;
import kmmotos.server.search.index.SearchIndex;
import kmmotos.server.storage.Database;

/// The shop's search: its index, what it knows of words, and its routes.
public final class Search implements AutoCloseable {

    private static final int RETRY_AFTER_SECONDS = 5;

    /// What can be set.
    ///
    /// @param words a chain's own words of parts, beside those that are shipped
    /// @param poll how often the feed is looked at
    public record Settings(Optional<Path> words, Duration poll, Ranking ranking) {}

    private final Database database;
    private final Clock clock;
    private final Ranking ranking;
    private final PartWords parts;
    private final SearchMisses misses;
    private final SearchIndex index;

    private Search(
            Database database, Clock clock, Settings settings, PartWords parts, SearchIndex index) {
        this.database = database;
        this.clock = clock;
        this.ranking = settings.ranking();
        this.parts = parts;
        this.index = index;
        this.misses = new SearchMisses(database);
    }

    /// @param folder where this node keeps its index
    public static Search start(
            Database database, Clock clock, Settings settings, Path folder, MeterRegistry meters) {
        PartWords parts = PartWords.load(settings.words());
        SearchIndex index =
                SearchIndex.start(database, clock, settings.poll(), folder, parts, meters);
        return new Search(database, clock, settings, parts, index);
    }

    public SearchIndex index() {
        return index;
    }

    /// For customers.
    public HttpService shopRoutes(Locale language) {
        return new SearchRoutes(this, database, clock, language);
    }

    /// For head office.
    public HttpService adminRoutes() {
        return new SearchAdminRoutes(this, database, clock);
    }

    /// Writes down what was not found.
    public void writeMisses() {
        misses.write(clock.instant());
    }

    /// Forgets what was not found long ago.
    public void sweep() {
        misses.sweep(clock.instant());
    }

    SearchMisses misses() {
        return misses;
    }

    PartWords parts() {
        return parts;
    }

    /// @param zone whose price list the caller sees
    Found find(LiveIndex.View view, Wanted wanted, String zone) throws IOException {
        return CatalogSearch.find(view, parts, ranking, wanted, zone);
    }

    Ranking ranking() {
        return ranking;
    }

    /// Reads the index.
    interface Reading<T> {
        T from(LiveIndex.View view) throws IOException;
    }

    /// Reads the index as it is now; 503 while there is none.
    <T> T read(Reading<T> reading) {
        LiveIndex.View view = index.take().orElseThrow(() -> notReady().refusal());
        try {
            try {
                return reading.from(view);
            } finally {
                view.release();
            }
        } catch (IOException _) {
            index.rebuild();
            throw notReady().refusal();
        }
    }

    private static Problem notReady() {
        return Problem.of(503, "search_not_ready", "The search is being made ready.")
                .with(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    @Override
    public void close() {
        index.close();
    }
}
