package kmmotos.server.sync;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.FeedWakeUp;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.stores.EnrolledTill;

/// What the server decided comes down: `GET /devices/{device}/feed?cursor=...&wait=25` -> a
/// [FeedPage], at once if there is news or a scope to take a snapshot of, else after at most `wait`
/// seconds.
public final class FeedRoutes implements HttpService {

    /// How long a download waits for uploads that go first.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DeviceAuthentication authentication;
    private final Downloads downloads;
    private final FeedWakeUp wakeUp;
    private final UploadRoom room;
    private final Limits limits;

    /// @param longPoll the longest a request waits
    /// @param poll how often the node looks by itself for what no notification told it
    public record Limits(Duration longPoll, Duration poll, Clock clock) {}

    public FeedRoutes(
            DeviceAuthentication authentication,
            Downloads downloads,
            FeedWakeUp wakeUp,
            UploadRoom room,
            Limits limits) {
        this.authentication = authentication;
        this.downloads = downloads;
        this.wakeUp = wakeUp;
        this.room = room;
        this.limits = limits;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/feed", this::feed);
    }

    /// The till that asks, which may ask for itself only.
    static Till self(ServerRequest request, EnrolledTill caller) {
        DeviceId device = new DeviceId(Paths.uuid(request, "device"));
        if (!caller.till().deviceId().equals(device)) {
            throw Problem.of(403, "another_device", "A till reads for itself only.").refusal();
        }
        return caller.till();
    }

    private void feed(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        room.awaitCalm(PATIENCE);
        Till till = self(request, authentication.till(request, new byte[0]));
        Cursor cursor = cursor(request);
        Duration atMost = atMost(request);
        List<Scope> scopes = downloads.contact(till, limits.clock().instant());
        FeedPage page = waitForNews(till, scopes, cursor, atMost);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.ok(request, response, page);
    }

    private FeedPage waitForNews(Till till, List<Scope> scopes, Cursor cursor, Duration atMost) {
        Instant end = limits.clock().instant().plus(atMost);
        try (FeedWakeUp.Watch watch = wakeUp.watch(scopes)) {
            while (true) {
                FeedPage page = downloads.page(till, scopes, cursor);
                Duration left = Duration.between(limits.clock().instant(), end);
                if (isNews(page) || !left.isPositive() || !await(watch, left)) {
                    return page;
                }
            }
        }
    }

    private static boolean await(FeedWakeUp.Watch watch, Duration atMost) {
        try {
            return watch.await(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isNews(FeedPage page) {
        return !page.entries().isEmpty() || !page.snapshotScopes().isEmpty();
    }

    private Duration atMost(ServerRequest request) {
        try {
            long seconds = Long.parseLong(request.query().first("wait").orElse("0"));
            return Duration.ofSeconds(Math.clamp(seconds, 0, limits.longPoll().toSeconds()));
        } catch (NumberFormatException _) {
            throw Problem.badRequest("invalid_wait", "wait is a number of seconds.").refusal();
        }
    }

    private static Cursor cursor(ServerRequest request) {
        String given = request.query().first("cursor").orElse("");
        try {
            return given.isEmpty() ? Cursor.START : Cursor.decode(given);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_cursor", String.valueOf(e.getMessage())).refusal();
        }
    }
}
