package kmmotos.benchmarks.till;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import kmmotos.benchmarks.Timings;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillCounter;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.sync.Recorder;
import kmmotos.model.sync.Event;
import org.hibernate.StatelessSession;

/// What a clerk feels while the till takes a whole snapshot and stores it: one sale after the other
/// is looked up and written down, and the books follow on a thread of their own, as in the window.
/// Sales come some time apart: a snapshot is only asked for when the server knows all of them.
record SellingMeanwhile(Timings lookUps, Timings sales, Timings books) {
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final int LOOKS_A_SALE = 15;
    private static final int MAX_LOOKS = 10_000;
    private static final String MARK = "snapshot_needed";

    static SellingMeanwhile at(Till till, String code, Function<Recorder.Next, Event> sale) {
        List<Long> lookUps = new ArrayList<>();
        List<Long> sales = new ArrayList<>();
        List<CompletableFuture<Long>> books = new ArrayList<>();
        TillCounter counter = new TillCounter(till);
        till.database().write(SellingMeanwhile::ask);
        till.sync().wake();
        do {
            lookUps.add(nanos(() -> counter.byCode(code)));
            if (lookUps.size() % LOOKS_A_SALE == 1) {
                sales.add(nanos(() -> till.recorder().record(sale)));
                books.add(CompletableFuture.supplyAsync(() -> nanos(counter::project)));
            }
            LockSupport.parkNanos(BREATH.toNanos());
        } while (lookUps.size() < MAX_LOOKS && till.database().read(SellingMeanwhile::isAsked));
        return new SellingMeanwhile(
                timings(lookUps),
                timings(sales),
                timings(books.stream().map(CompletableFuture::join).toList()));
    }

    private static void ask(StatelessSession session) {
        int _ =
                Sql.run(
                        session,
                        "merge into sync_fact (name, text) key (name) values (?1, 'yes')",
                        MARK);
    }

    private static boolean isAsked(StatelessSession session) {
        return !Sql.list(
                        session,
                        String.class,
                        1,
                        "select text from sync_fact where name = ?1",
                        MARK)
                .isEmpty();
    }

    private static long nanos(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static Timings timings(List<Long> nanos) {
        return Timings.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
