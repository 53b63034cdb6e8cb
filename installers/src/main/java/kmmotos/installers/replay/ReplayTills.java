package kmmotos.installers.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import kmmotos.installers.terminal.Terminal;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.sync.Json;

/// The process that all tills of a replay run in, one thread each. It tells its parent by lines how
/// far it is: `ready`, `at N`, `sold`, `confirmed`. Killed and started again it goes on where the
/// tills' journals end.
final class ReplayTills {
    private static final int SAY_EVERY = 20;

    private final Terminal parent;
    private final AtomicLong sold = new AtomicLong();

    private ReplayTills(Terminal parent) {
        this.parent = parent;
    }

    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().name("parent-watch").daemon().start(ReplayTills::endWithParent);
        ReplayPlan plan = Json.MAPPER.readValue(Path.of(args[0]).toFile(), ReplayPlan.class);
        new ReplayTills(Terminal.standard()).run(plan);
    }

    private void run(ReplayPlan plan) throws InterruptedException, ExecutionException {
        List<RetailInvoice> invoices = RetailFile.read(plan.file());
        List<ReplayTill> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.seats().size())) {
            for (int seat = 0; seat < plan.seats().size(); seat++) {
                tills.add(open(plan, seat, invoices));
            }
            parent.say("ready");
            all(threads, tills, till -> till.sellAll(this::count));
            parent.say("sold");
            all(threads, tills, ReplayTill::awaitConfirmation);
            parent.say("confirmed");
        } finally {
            tills.forEach(ReplayTill::close);
        }
    }

    private ReplayTill open(ReplayPlan plan, int seat, List<RetailInvoice> invoices) {
        ReplayPlan.Seat place = plan.seats().get(seat);
        HeadlessTill till = HeadlessTill.open(place.folder(), plan.url(), place::code);
        ReplayTill replayed = new ReplayTill(till, plan.cashier(), plan.of(seat, invoices));
        sold.addAndGet(replayed.alreadySold());
        return replayed;
    }

    private void count() {
        long now = sold.incrementAndGet();
        if (now % SAY_EVERY == 0) {
            parent.say("at " + now);
        }
    }

    private static void all(
            ExecutorService threads,
            List<ReplayTill> tills,
            java.util.function.Consumer<ReplayTill> work)
            throws InterruptedException, ExecutionException {
        List<Future<?>> running = new ArrayList<>();
        for (ReplayTill till : tills) {
            running.add(threads.submit(() -> work.accept(till)));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private static void endWithParent() {
        try (InputStream parent = System.in) {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
