package kmmotos.server.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import kmmotos.model.stores.DeviceId;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.EnrolledTill;
import kmmotos.server.stores.TillStore;

/// Reads tills. Those that are asked for while a question is under way are read together by the
/// next one, so that thousands of tills that come at once don't each take a connection.
final class TillLookup {

    private static final Caller CALLER = new Caller.Server("device authentication");

    private final Database database;
    private final TillStore tills = new TillStore();
    private final ReentrantLock lock = new ReentrantLock();
    private Map<DeviceId, CompletableFuture<Optional<EnrolledTill>>> waiting =
            new LinkedHashMap<>();
    private boolean underWay;

    TillLookup(Database database) {
        this.database = database;
    }

    /// The till as it stands in a transaction that begins after this is called.
    Optional<EnrolledTill> find(DeviceId device) {
        CompletableFuture<Optional<EnrolledTill>> found;
        lock.lock();
        try {
            found = waiting.computeIfAbsent(device, _ -> new CompletableFuture<>());
            if (!underWay) {
                underWay = true;
                Thread.ofVirtual().name("till-lookup").start(this::readAll);
            }
        } finally {
            lock.unlock();
        }
        try {
            return found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void readAll() {
        for (var next = taken(); !next.isEmpty(); next = taken()) {
            read(next);
        }
    }

    private Map<DeviceId, CompletableFuture<Optional<EnrolledTill>>> taken() {
        lock.lock();
        try {
            var all = waiting;
            waiting = new LinkedHashMap<>();
            underWay = !all.isEmpty();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private void read(Map<DeviceId, CompletableFuture<Optional<EnrolledTill>>> asked) {
        try {
            Map<DeviceId, EnrolledTill> found =
                    database.inTransaction(CALLER, session -> tills.find(session, asked.keySet()));
            asked.forEach(
                    (device, answer) -> answer.complete(Optional.ofNullable(found.get(device))));
        } catch (RuntimeException | Error e) {
            // Whoever waits has to hear of it, whatever it is.
            asked.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }
}
