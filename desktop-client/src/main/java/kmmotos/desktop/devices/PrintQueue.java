package kmmotos.desktop.devices;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.escpos.PrinterStatus;
import kmmotos.desktop.receipts.Slip;

/// Prints and opens the drawer on its own thread, in order, so that a sale never waits for
/// hardware. One thread, because most printers take one connection at a time: open the drawer
/// first, it is five bytes.
///
/// A slip that the printer could not take, or of which only a torn-off piece came out, waits and is
/// printed as soon as the printer can. One that may be on paper already is only printed again if
/// the clerk says so: paper that comes out twice looks like two sales. A drawer that could not be
/// opened is never opened later: nobody may stand there then.
public final class PrintQueue implements AutoCloseable {

    /// A printer that has been dead for this many jobs is told about instead of remembered.
    public static final int MAX_WAITING = 100;

    private static final Duration TRY_EVERY = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(3);

    /// How the printer is, and what waits for it.
    ///
    /// @param trouble why the printer doesn't print
    /// @param status what it said of itself last; empty if it doesn't tell
    /// @param waiting the names of the slips that wait, in order
    /// @param unsure the names of the slips that may be on paper or not
    /// @param printed how many came out since this printer is in use
    public record State(
            Optional<Reason> trouble,
            Optional<PrinterStatus> status,
            List<String> waiting,
            List<String> unsure,
            long printed) {
        public State {
            waiting = List.copyOf(waiting);
            unsure = List.copyOf(unsure);
        }

        public static final State UNKNOWN =
                new State(Optional.empty(), Optional.empty(), List.of(), List.of(), 0);
    }

    private final AtomicReference<PrinterHardware> hardware;
    private final Consumer<DeviceFailed> onFailure;
    private final Duration tryEvery;
    private final Thread worker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Slip> waiting = new ArrayDeque<>();
    private final List<Slip> unsure = new ArrayList<>();
    private final Deque<Integer> drawers = new ArrayDeque<>();
    private final AtomicReference<Consumer<State>> onState = new AtomicReference<>(_ -> {});
    private Optional<Reason> trouble = Optional.empty();
    private Optional<PrinterStatus> status = Optional.empty();
    private long printed;
    private boolean looks;
    private boolean rests;
    private boolean closing;

    /// @param onFailure told once of each trouble, on a thread of this queue
    public PrintQueue(PrinterHardware hardware, Consumer<DeviceFailed> onFailure) {
        this(hardware, onFailure, TRY_EVERY);
    }

    /// @param tryEvery how long to wait between two tries of a printer that doesn't print
    PrintQueue(PrinterHardware hardware, Consumer<DeviceFailed> onFailure, Duration tryEvery) {
        this.hardware = new AtomicReference<>(hardware);
        this.onFailure = onFailure;
        this.tryEvery = tryEvery;
        this.worker = Thread.ofPlatform().daemon().name("receipt-printer").start(this::work);
    }

    /// Told of every change, on a thread of this queue; once at once.
    public void onState(Consumer<State> listener) {
        onState.set(listener);
        tell();
    }

    /// From the next job on, this printer.
    public void use(PrinterHardware other) {
        hardware.set(other);
        locked(() -> {
            trouble = Optional.empty();
            status = Optional.empty();
            printed = 0;
            looks = true;
        });
    }

    /// Whether a printer is set up.
    public boolean printsOnPaper() {
        return hardware.get().onPaper();
    }

    public void print(Slip slip) {
        lock.lock();
        try {
            if (waiting.size() < MAX_WAITING) {
                waiting.add(slip);
                news.signalAll();
                return;
            }
        } finally {
            lock.unlock();
        }
        onFailure.accept(full());
    }

    /// @param drawer 1 or 2
    public void openDrawer(int drawer) {
        lock.lock();
        try {
            if (drawers.size() < MAX_WAITING) {
                drawers.add(drawer);
                news.signalAll();
                return;
            }
        } finally {
            lock.unlock();
        }
        onFailure.accept(full());
    }

    private static DeviceFailed full() {
        return new DeviceFailed(Reason.QUEUE_FULL, Outcome.NOT_BEGUN, "the till", null);
    }

    /// Asks the printer how it is, as soon as it is free.
    public void look() {
        lock.lock();
        try {
            looks = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Tries at once what waits, and prints again what may be on paper already.
    public void printNow() {
        locked(() -> {
            unsure.reversed().forEach(waiting::addFirst);
            unsure.clear();
        });
    }

    /// Gives up the slip that waits longest, first one that may be on paper already.
    public void discardFirst() {
        locked(() -> {
            if (!unsure.isEmpty()) {
                unsure.removeFirst();
            } else {
                waiting.pollFirst();
            }
        });
    }

    /// Waits a moment for what is being printed, then gives up on the rest.
    @Override
    public void close() {
        locked(() -> closing = true);
        try {
            if (!worker.join(CLOSING)) {
                worker.interrupt();
            }
        } catch (InterruptedException _) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            rests = false;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        tell();
    }

    private void tell() {
        State now;
        lock.lock();
        try {
            now = new State(trouble, status, names(waiting), names(unsure), printed);
        } finally {
            lock.unlock();
        }
        onState.get().accept(now);
    }

    private static List<String> names(Iterable<Slip> slips) {
        List<String> names = new ArrayList<>();
        slips.forEach(slip -> names.add(slip.name()));
        return names;
    }

    private void work() {
        try {
            Optional<Runnable> job = next();
            while (job.isPresent()) {
                job.get().run();
                tell();
                job = next();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next thing to do; empty at the end. After a failure only the drawer is tried at once.
    private Optional<Runnable> next() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                if (!drawers.isEmpty()) {
                    int drawer = drawers.remove();
                    return Optional.of(() -> open(drawer));
                }
                if (!waiting.isEmpty() && !rests) {
                    Slip slip = waiting.getFirst();
                    return Optional.of(() -> print(slip, hardware.get()));
                }
                if (closing) {
                    return Optional.empty();
                }
                if (looks && waiting.isEmpty()) {
                    looks = false;
                    return Optional.of(this::lookNow);
                }
                if (waiting.isEmpty()) {
                    news.await();
                } else if (!news.await(tryEvery.toNanos(), TimeUnit.NANOSECONDS)) {
                    rests = false;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void open(int drawer) {
        try {
            hardware.get().drawer().open(drawer);
        } catch (DeviceFailed failure) {
            onFailure.accept(failure);
        }
    }

    private void lookNow() {
        try {
            Optional<PrinterStatus> said = hardware.get().printer().status();
            is(said, said.flatMap(PrinterStatus::trouble));
        } catch (DeviceFailed failure) {
            is(Optional.empty(), Optional.of(failure.reason()));
        }
    }

    private void is(Optional<PrinterStatus> said, Optional<Reason> wrong) {
        lock.lock();
        try {
            status = said;
            trouble = wrong;
        } finally {
            lock.unlock();
        }
    }

    private void print(Slip slip, PrinterHardware on) {
        try {
            on.printer().print(slip, new Standing(slip));
            ended(slip, Optional.empty());
        } catch (DeviceFailed failure) {
            ended(slip, Optional.of(failure));
        }
    }

    /// What the clerk discarded meanwhile is not there any more.
    private void ended(Slip slip, Optional<DeviceFailed> failure) {
        boolean isNew;
        lock.lock();
        try {
            isNew = failure.isPresent() && !isSame(trouble, failure.get());
            trouble = failure.map(DeviceFailed::reason);
            printed += failure.isEmpty() ? 1 : 0;
            boolean wanted = isFirst(slip);
            boolean isOver = failure.isEmpty() || failure.get().outcome() == Outcome.UNKNOWN;
            if (wanted && isOver) {
                waiting.removeFirst();
            }
            if (wanted && isOver && failure.isPresent()) {
                unsure.add(slip);
            }
            rests = failure.isPresent() && !isOver;
            closing |= Thread.currentThread().isInterrupted();
        } finally {
            lock.unlock();
        }
        if (isNew) {
            failure.ifPresent(onFailure);
        }
    }

    private boolean isFirst(Slip slip) {
        return slip.equals(waiting.peekFirst());
    }

    /// Whether the clerk knows already.
    private static boolean isSame(Optional<Reason> before, DeviceFailed now) {
        return before.equals(Optional.of(now.reason())) && now.outcome() != Outcome.UNKNOWN;
    }

    /// While the printer holds a slip half printed.
    private final class Standing implements Standstill {
        private final Slip slip;

        private Standing(Slip slip) {
            this.slip = slip;
        }

        @Override
        public boolean waits(DeviceFailed failure) {
            boolean isNew;
            boolean goesOn;
            lock.lock();
            try {
                isNew = !isSame(trouble, failure);
                trouble = Optional.of(failure.reason());
                long left = tryEvery.toNanos();
                while (left > 0 && !closing && drawers.isEmpty() && isFirst(slip)) {
                    left = news.awaitNanos(left);
                }
                goesOn = !closing && isFirst(slip);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                goesOn = false;
                isNew = false;
            } finally {
                lock.unlock();
            }
            if (isNew) {
                onFailure.accept(failure);
            }
            tell();
            return goesOn;
        }

        @Override
        public OptionalInt drawer() {
            lock.lock();
            try {
                return drawers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(drawers.remove());
            } finally {
                lock.unlock();
            }
        }
    }
}
