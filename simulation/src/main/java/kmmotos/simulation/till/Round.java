package kmmotos.simulation.till;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.simulation.time.Agenda;

/// One of a till's steps, again and again while its program runs.
final class Round {

    private final Agenda agenda;
    private final LongSupplier boots;
    private final BiConsumer<SyncStep, Consumer<Duration>> run;
    private final UnaryOperator<Duration> rest;
    private Optional<SyncStep> step = Optional.empty();
    private long turn;

    /// @param boots another number once the program has ended
    /// @param run takes a step, and then what to do with the wait that it answers
    /// @param rest how long it really waits
    Round(
            Agenda agenda,
            LongSupplier boots,
            BiConsumer<SyncStep, Consumer<Duration>> run,
            UnaryOperator<Duration> rest) {
        this.agenda = agenda;
        this.boots = boots;
        this.run = run;
        this.rest = rest;
    }

    void begin(SyncStep what, Duration wait) {
        step = Optional.of(what);
        in(wait);
    }

    /// Instead of when it would have come.
    void in(Duration wait) {
        long now = ++turn;
        long boot = boots.getAsLong();
        agenda.in(
                wait,
                () -> {
                    if (boot == boots.getAsLong() && now == turn) {
                        step.ifPresent(what -> run.accept(what, again -> in(rest.apply(again))));
                    }
                });
    }
}
