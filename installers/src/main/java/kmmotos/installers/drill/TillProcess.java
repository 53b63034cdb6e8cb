package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.installers.process.JavaChild;
import kmmotos.model.stores.StoreId;

/// A real till in a process of its own, see [TillMain]. It can be killed, frozen and started again,
/// and remembers which receipts its clerk was given.
public final class TillProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String SOLD = "sold ";

    private final Place place;
    private final UUID staff;
    private final List<String> printed = new ArrayList<>();
    private long daysAhead;
    private JavaChild child;

    /// Where a till runs.
    record Place(Path folder, StoreId store, String server, String code, Surroundings around) {}

    /// What is around a till.
    ///
    /// @param inside the command that starts it in another network; empty for this one
    /// @param shopPort the port by which the tills of its shop find each other; empty if it looks
    ///   for none
    record Surroundings(List<String> inside, Optional<Integer> shopPort) {
        static final Surroundings PLAIN = new Surroundings(List.of(), Optional.empty());

        Surroundings {
            inside = List.copyOf(inside);
        }

        Surroundings inside(List<String> command) {
            return new Surroundings(command, shopPort);
        }

        Surroundings neighboursAt(int port) {
            return new Surroundings(inside, Optional.of(port));
        }
    }

    TillProcess(Place place, UUID staff) {
        this.place = place;
        this.staff = staff;
        this.child = launch();
    }

    /// Tells the till to do something and waits until it is done.
    public String ask(String order) {
        order(order);
        return hear();
    }

    /// Tells the till to do something that it does not survive.
    public void askToDie(String order) {
        child.say(order);
        if (answer().isPresent()) {
            throw new IllegalStateException("the till lives");
        }
    }

    /// Tells the till to do something without waiting; [#hear] does.
    void order(String order) {
        child.say(order);
    }

    /// Waits for the answer to the last order.
    String hear() {
        return answer().orElseThrow(() -> new IllegalStateException("the till died; see " + log()));
    }

    /// What a till that died may have said before.
    void hearTheLast() {
        Optional<String> said = answer();
        while (said.isPresent()) {
            said = answer();
        }
    }

    /// Sells one piece so many times; each receipt is remembered.
    void sell(String sku, int times) {
        for (int i = 0; i < times; i++) {
            String answer = ask("sell " + sku + " 1");
            if (!answer.startsWith(SOLD)) {
                throw new IllegalStateException(answer);
            }
        }
    }

    /// The receipts that this till's clerk was given.
    List<String> printed() {
        return List.copyOf(printed);
    }

    StoreId store() {
        return place.store();
    }

    Path folder() {
        return place.folder();
    }

    void kill() {
        child.kill();
    }

    /// Stops all its threads where they are, as a machine that is put to sleep.
    void freeze() {
        Signal.STOP.send(child.pid());
    }

    void thaw() {
        Signal.CONT.send(child.pid());
    }

    public void startAgain() {
        child = launch();
    }

    /// A till that runs from a copy of its disk.
    TillProcess copied() {
        Path copy = place.folder().resolveSibling(place.folder().getFileName() + "-copy");
        Shell.run(List.of("cp", "-a", place.folder().toString(), copy.toString()));
        return new TillProcess(
                new Place(copy, place.store(), place.server(), place.code(), place.around()),
                staff);
    }

    /// Ends it, and starts it again so many days later by its own clock.
    void startAgainLater(long days) {
        child.close();
        daysAhead += days;
        startAgain();
    }

    @Override
    public void close() {
        child.close();
    }

    private Optional<String> answer() {
        Optional<String> answer = child.hear(PATIENCE);
        answer.filter(text -> text.startsWith(SOLD))
                .ifPresent(text -> printed.add(text.substring(SOLD.length())));
        return answer;
    }

    private Path log() {
        return place.folder().resolveSibling(place.folder().getFileName() + ".log");
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaChild launch() {
        JavaChild started =
                JavaChild.start(
                        new JavaChild.Start(
                                TillMain.class.getName(),
                                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                                List.of(
                                        place.folder().toString(),
                                        place.server(),
                                        place.code(),
                                        staff.toString(),
                                        Long.toString(daysAhead),
                                        place.around().shopPort().map(String::valueOf).orElse("")),
                                Map.of(),
                                log()),
                        place.around().inside());
        Optional<String> first = started.hear(PATIENCE);
        if (!first.equals(Optional.of("ready"))) {
            throw new IllegalStateException("the till did not start: " + logged());
        }
        return started;
    }
}
