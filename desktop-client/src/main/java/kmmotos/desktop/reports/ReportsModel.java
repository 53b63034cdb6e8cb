package kmmotos.desktop.reports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.ui.Workplace;

/// Which report is looked at, of which days, and what it says. Only the newest wish is answered.
public final class ReportsModel {

    /// @param now all that was sold in its days
    /// @param before in as many days before them
    public record Shown(Report report, Tally now, Tally before) {

        /// How much more is in the first than in the second, in percent; empty where there was
        /// nothing.
        static Optional<BigDecimal> growth(BigDecimal now, BigDecimal before) {
            return before.signum() == 0
                    ? Optional.empty()
                    : Optional.of(Cell.Share.of(now.subtract(before), before.abs()).percent());
        }
    }

    /// Somebody wished for something else before it was begun.
    private static final Optional<Shown> NOTHING = Optional.empty();

    private final Workplace workplace;
    private final Reporter reporter;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<ReportKind> kind =
            new ReadOnlyObjectWrapper<>(ReportKind.HOURS);
    private final ReadOnlyObjectWrapper<Period> period;
    private final ReadOnlyObjectWrapper<Optional<Period.Named>> named =
            new ReadOnlyObjectWrapper<>(Optional.of(Period.Named.TODAY));
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AtomicLong wishes = new AtomicLong();

    /// @param workplace whose background is not the counter's: a year takes some seconds
    public ReportsModel(Workplace workplace, ReportBook book, Clock clock) {
        this.workplace = workplace;
        this.reporter = new Reporter(workplace, book);
        this.clock = clock;
        this.period = new ReadOnlyObjectWrapper<>(at(Period.Named.TODAY));
    }

    private Period at(Period.Named name) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), workplace.store().timeZone());
        Locale where = Locale.forLanguageTag(workplace.store().language());
        return name.at(today, WeekFields.of(where).getFirstDayOfWeek());
    }

    public void show(ReportKind wanted) {
        kind.set(wanted);
        refresh();
    }

    public void show(Period.Named wanted) {
        named.set(Optional.of(wanted));
        refresh();
    }

    /// Any days; the earlier one is taken as the first. Says so when they are too many.
    public void show(LocalDate one, LocalDate other) {
        Period wanted = one.isAfter(other) ? new Period(other, one) : new Period(one, other);
        if (wanted.days() > Period.MAX_DAYS) {
            workplace
                    .messages()
                    .problem(workplace.texts().get("reports.too_long", Period.MAX_DAYS));
            return;
        }
        named.set(Optional.empty());
        period.set(wanted);
        refresh();
    }

    /// Reads it all anew; a day that has begun meanwhile is today.
    public void refresh() {
        named.get().map(this::at).ifPresent(period::set);
        Period days = period.get();
        ReportKind wanted = kind.get();
        long wish = wishes.incrementAndGet();
        busy.set(true);
        workplace
                .background()
                .run(
                        () -> wish == wishes.get() ? Optional.of(read(wanted, days)) : NOTHING,
                        found -> answer(wish, found),
                        _ -> {
                            answer(wish, Optional.empty());
                            workplace.messages().problem(workplace.texts().get("reports.failed"));
                        });
    }

    private Shown read(ReportKind wanted, Period days) {
        Report report = reporter.report(wanted, days);
        return new Shown(report, reporter.tally(days), reporter.tally(days.before()));
    }

    private void answer(long wish, Optional<Shown> found) {
        if (wish == wishes.get()) {
            busy.set(false);
            shown.set(found);
        }
    }

    /// What a file of it is called: `hours-2026-11-30.csv`.
    public String fileName(ReportFile format) {
        Period days = period.get();
        String span = days.days() == 1 ? "" : "_" + days.until();
        return "%s-%s%s.%s"
                .formatted(
                        kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        days.from(),
                        span,
                        format.ending());
    }

    public void save(ReportFile format, Path file) {
        shown.get()
                .map(Shown::report)
                .ifPresent(report ->
                        workplace
                                .background()
                                .run(
                                        () -> {
                                            format.write(table(report), file);
                                            return file;
                                        },
                                        written ->
                                                workplace
                                                        .messages()
                                                        .done(
                                                                workplace
                                                                        .texts()
                                                                        .get(
                                                                                "reports.saved",
                                                                                written)),
                                        _ ->
                                                workplace
                                                        .messages()
                                                        .problem(
                                                                workplace
                                                                        .texts()
                                                                        .get(
                                                                                "reports.not_saved",
                                                                                file))));
    }

    private TitledReport table(Report report) {
        return ReportWords.of(workplace).titled(report, clock.instant());
    }

    public ReadOnlyObjectProperty<ReportKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Period> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /// By what name its days were asked for, if by any.
    public ReadOnlyObjectProperty<Optional<Period.Named>> namedProperty() {
        return named.getReadOnlyProperty();
    }

    /// Empty until the first one is made, and when one could not be made.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
