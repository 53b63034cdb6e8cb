package kmmotos.desktop.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import kmmotos.desktop.sales.SaleModels;
import kmmotos.desktop.shifts.ClosingModel;
import kmmotos.desktop.shifts.ShiftModels;
import kmmotos.desktop.ui.Message;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.Sale;
import kmmotos.model.staff.StaffMember;

/// The lesson that is being done. Its steps are ticked off by what the till's models show, whatever
/// keys led there; keys are only counted.
public final class LessonModel {
    private static final int COMPARED = 5;
    private static final String FLOAT = "100";

    /// What always leads somewhere and is never wrong.
    private static final Set<String> NEVER_WRONG = Set.of("Ctrl+T");

    /// @param goTo shows a place
    public record AtTill(
            SaleModels sales,
            ShiftModels shifts,
            ReadOnlyObjectProperty<Place> place,
            Consumer<Place> goTo) {}

    /// How it went, beside the last times.
    ///
    /// @param earlier the newest first
    public record Outcome(LessonResult result, List<LessonResult> earlier) {

        /// Few mistakes come first, then time.
        Optional<LessonResult> best() {
            return earlier.stream()
                    .min(
                            java.util.Comparator.comparingInt(LessonResult::mistakes)
                                    .thenComparingInt(LessonResult::seconds));
        }

        boolean isBest() {
            return best().filter(before ->
                            before.mistakes() < result.mistakes()
                                    || (before.mistakes() == result.mistakes()
                                            && before.seconds() <= result.seconds()))
                    .isEmpty();
        }
    }

    private final AtTill at;
    private final LessonBook book;
    private final Supplier<Instant> clock;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper keys = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper mistakes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private LessonBook.Examples examples = new LessonBook.Examples("", "");
    private Instant begun = Instant.EPOCH;
    private Optional<Sale> doneBefore = Optional.empty();
    private int parkedBefore;

    public LessonModel(AtTill at, LessonBook book, Supplier<Instant> clock) {
        this.at = at;
        this.book = book;
        this.clock = clock;
        var sale = at.sales().desk().sale();
        // Totals are set after the sale, and only if they change.
        sale.saleProperty().subscribe(_ -> look());
        sale.totalsProperty().subscribe(_ -> look());
        sale.stateProperty().subscribe(_ -> look());
        at.sales().checkout().doneProperty().subscribe(_ -> look());
        at.sales().shift().shiftProperty().subscribe(_ -> look());
        at.shifts().closing().stepProperty().subscribe(_ -> look());
        at.place().subscribe(_ -> look());
        at.sales().parking().parked().addListener((ListChangeListener<Object>) _ -> look());
        at.sales().desk().messages().shown().addListener((ListChangeListener<Message>) this::heard);
        at.sales()
                .desk()
                .counter()
                .background()
                .run(book::examples, found -> examples = found, _ -> {});
    }

    /// Begins with an empty sale in an open shift; nothing while nobody is signed in.
    public void begin(Lesson chosen) {
        if (at.sales().desk().signIn().operator().isEmpty()) {
            return;
        }
        lesson.set(Optional.empty());
        outcome.set(Optional.empty());
        emptyTheCounter();
        doneBefore = at.sales().checkout().doneProperty().get();
        parkedBefore = at.sales().parking().parked().size();
        step.set(0);
        keys.set(0);
        mistakes.set(0);
        seconds.set(0);
        begun = clock.get();
        lesson.set(Optional.of(chosen));
    }

    private void emptyTheCounter() {
        at.goTo().accept(Place.SELL);
        at.shifts().closing().cancel();
        at.sales().desk().approvals().cancel();
        at.sales().checkout().back();
        at.sales().desk().sale().begin();
        if (at.sales().shift().shiftProperty().get().isEmpty()) {
            at.sales().shift().open(FLOAT);
        }
    }

    public void stop() {
        lesson.set(Optional.empty());
    }

    /// A key was pressed by hand.
    ///
    /// @param key as [kmmotos.desktop.keys.KeyName] writes it
    /// @param isCommand whether it does something by itself, as letters don't
    public void pressed(String key, boolean isCommand) {
        lesson.get()
                .ifPresent(now -> {
                    keys.set(keys.get() + 1);
                    boolean isExpected =
                            now.steps().get(step.get()).expected(texts().keys()).contains(key);
                    if (isCommand && !isExpected && !NEVER_WRONG.contains(key)) {
                        mistakes.set(mistakes.get() + 1);
                    }
                });
    }

    /// The clock went on.
    public void tick() {
        if (lesson.get().isPresent()) {
            seconds.set(elapsed());
        }
    }

    private void heard(ListChangeListener.Change<? extends Message> change) {
        while (change.next()) {
            boolean isRefused =
                    change.getAddedSubList().stream()
                            .anyMatch(said -> said.kind() == Message.Kind.REFUSAL);
            if (isRefused && lesson.get().isPresent()) {
                mistakes.set(mistakes.get() + 1);
            }
        }
    }

    private void look() {
        lesson.get().ifPresent(this::look);
    }

    private void look(Lesson now) {
        Seen seen = seen();
        while (step.get() < now.steps().size() && now.steps().get(step.get()).done().test(seen)) {
            if (step.get() == now.steps().size() - 1) {
                finish(now);
                return;
            }
            step.set(step.get() + 1);
        }
    }

    private Seen seen() {
        var sale = at.sales().desk().sale();
        return new Seen(
                sale.sale(),
                sale.totalsProperty().get().units(),
                sale.stateProperty().get(),
                at.sales()
                        .checkout()
                        .doneProperty()
                        .get()
                        .filter(done -> !doneBefore.equals(Optional.of(done))),
                at.sales().parking().parked().size() - parkedBefore,
                at.place().get(),
                at.sales().shift().shiftProperty().get().isPresent(),
                at.shifts().closing().stepProperty().get() instanceof ClosingModel.Step.Counting);
    }

    private void finish(Lesson done) {
        seconds.set(elapsed());
        var result =
                new LessonResult(
                        at.sales()
                                .desk()
                                .signIn()
                                .operator()
                                .map(StaffMember::staffId)
                                .orElseThrow(),
                        done,
                        clock.get(),
                        seconds.get(),
                        keys.get(),
                        mistakes.get());
        step.set(done.steps().size());
        lesson.set(Optional.empty());
        at.sales()
                .desk()
                .counter()
                .background()
                .run(
                        () -> kept(result),
                        told -> outcome.set(Optional.of(told)),
                        _ ->
                                at.sales()
                                        .desk()
                                        .messages()
                                        .problem(texts().get("training.not_kept")));
    }

    private Outcome kept(LessonResult result) {
        var earlier = book.latest(result.staffId(), result.lesson(), COMPARED);
        book.add(result);
        return new Outcome(result, earlier);
    }

    private int elapsed() {
        return Math.toIntExact(Math.max(0, Duration.between(begun, clock.get()).toSeconds()));
    }

    private Texts texts() {
        return at.sales().desk().texts();
    }

    /// What is to be done in a step, with something to type.
    String words(LessonStep of) {
        var bike = at.sales().omnibox().bikeExampleProperty().get().orElse("b cg160 2019");
        var receipt =
                at.sales()
                        .checkout()
                        .doneProperty()
                        .get()
                        .map(sale -> "%06d".formatted(sale.receiptNumber().number()))
                        .orElse("000001");
        return texts().get(
                        "training.step." + of.word(),
                        examples.code(),
                        examples.customer(),
                        bike,
                        receipt);
    }

    public ReadOnlyObjectProperty<Optional<Lesson>> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /// Which step is to be done now, from 0.
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty mistakesProperty() {
        return mistakes.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /// How the last lesson went.
    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
