package kmmotos.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedWakeUpIT {

    private static final Caller SERVER = new Caller.Server("test");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int LOOKS = 1_000;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onlyThoseWhoWaitForItAreWokenByNews() throws InterruptedException {
        Scope scope = scope();
        try (FeedWakeUp wakeUp = FeedWakeUp.start(server.database(), NEVER);
                FeedWakeUp.Watch watch = wakeUp.watch(List.of(scope(), scope));
                FeedWakeUp.Watch other = wakeUp.watch(List.of(scope()))) {
            forgetTheBeginning(watch);
            forgetTheBeginning(other);

            publish(scope);

            assertThat(isTold(watch)).isTrue();
            assertThat(other.isTold()).isFalse();
        }
    }

    @Test
    void newsWhoseNotificationIsLostIsFoundByItsCounter() throws InterruptedException {
        Scope scope = scope();
        try (FeedWakeUp wakeUp = FeedWakeUp.start(server.database(), Duration.ofMillis(1));
                FeedWakeUp.Watch watch = wakeUp.watch(List.of(scope))) {
            forgetTheBeginning(watch);

            server.database()
                    .execute(
                            SERVER,
                            session ->
                                    Sql.update(
                                            session,
                                            "insert into feed_scope (scope, n) values (?, 1)",
                                            scope.value()));

            assertThat(isTold(watch)).isTrue();
        }
    }

    @Test
    void whoHasStoppedWaitingIsForgotten() throws InterruptedException {
        Scope scope = scope();
        try (FeedWakeUp wakeUp = FeedWakeUp.start(server.database(), NEVER);
                FeedWakeUp.Watch watch = wakeUp.watch(List.of(scope))) {
            forgetTheBeginning(watch);
            FeedWakeUp.Watch gone = wakeUp.watch(List.of(scope));
            gone.close();

            publish(scope);

            assertThat(isTold(watch)).isTrue();
            assertThat(gone.isTold()).isFalse();
        }
    }

    /// Everybody is told once when the listening begins.
    private static void forgetTheBeginning(FeedWakeUp.Watch watch) throws InterruptedException {
        assertThat(isTold(watch)).isTrue();
        assertThat(watch.await(Duration.ZERO)).isTrue();
    }

    private static boolean isTold(FeedWakeUp.Watch watch) {
        for (int i = 0; i < LOOKS && !watch.isTold(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return watch.isTold();
    }

    private static void publish(Scope scope) {
        server.database()
                .execute(
                        SERVER,
                        session ->
                                Feed.publish(
                                        session,
                                        scope,
                                        List.of(new Policy.ExceptionSolved(UUID.randomUUID()))));
    }

    private static Scope scope() {
        return Scope.device(new DeviceId(UUID.randomUUID()));
    }
}
