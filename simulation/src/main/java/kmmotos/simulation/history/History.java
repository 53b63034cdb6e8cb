package kmmotos.simulation.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// Remembers how to undo each change of some state since the oldest backup, transaction by
/// transaction.
public final class History {

    private final Deque<List<Runnable>> committed = new ArrayDeque<>();
    private List<Runnable> open = new ArrayList<>();
    private long base;

    /// Notes how to undo a change that was just made.
    void changed(Runnable undo) {
        open.add(undo);
    }

    /// Does all of it or nothing.
    public <T> T transact(Supplier<T> work) {
        if (!open.isEmpty()) {
            throw new IllegalStateException("a transaction within a transaction");
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            undo(open, 0);
            throw e;
        }
    }

    /// Ends a transaction whose changes stay.
    public void commit() {
        committed.addLast(open);
        open = new ArrayList<>();
    }

    /// A place within the open transaction to go back to.
    public int savepoint() {
        return open.size();
    }

    public void backTo(int savepoint) {
        undo(open, savepoint);
    }

    /// How many transactions were committed; less again after [#setBackTo].
    public long version() {
        return base + committed.size();
    }

    /// Forgets all transactions after this version.
    public void setBackTo(long version) {
        if (version < base || version > version()) {
            throw new IllegalArgumentException(
                    "versions %d to %d are kept, asked for %d".formatted(base, version(), version));
        }
        undo(open, 0);
        while (version() > version) {
            undo(committed.removeLast(), 0);
        }
    }

    /// The state can't be set back beyond this version any more.
    public void forgetBefore(long version) {
        while (base < version && !committed.isEmpty()) {
            committed.removeFirst();
            base++;
        }
    }

    public long oldest() {
        return base;
    }

    private static void undo(List<Runnable> changes, int from) {
        for (int i = changes.size() - 1; i >= from; i--) {
            changes.removeLast().run();
        }
    }
}
