package kmmotos.installers.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// What this process started and must not leave behind, however it is told to end: by its work's
/// end, Ctrl+C or SIGTERM. The last started ends first, each once.
public final class EndsTogether implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean ended;

    public EndsTogether() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endNow, "end-together"));
    }

    /// Starts something under the lock: a signal that comes meanwhile waits, and then ends it, too.
    public synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
        if (ended) {
            throw new IllegalStateException("nothing is started any more, this process is ending");
        }
        T started = part.get();
        parts.push(started);
        return started;
    }

    @Override
    public synchronized void close() {
        ended = true;
        while (!parts.isEmpty()) {
            end(parts.pop());
        }
    }

    private void endNow() {
        // Whatever is at work now loses its server: that is no news for who pressed Ctrl+C.
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        close();
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(part + " did not end", e);
        }
    }
}
