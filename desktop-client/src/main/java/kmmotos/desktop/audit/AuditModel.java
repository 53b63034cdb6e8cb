package kmmotos.desktop.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.audit.AuditBook.Entry;
import kmmotos.desktop.audit.AuditBook.Found;
import kmmotos.desktop.audit.AuditBook.Wanted;
import kmmotos.desktop.ui.CsvFile;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;

/// The audit log of some days, as somebody looks through it. Only the newest wish is answered.
public final class AuditModel {

    private final Workplace workplace;
    private final AuditBook book;
    private final SaveFile files;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Wanted> wanted;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AtomicLong wishes = new AtomicLong();

    /// @param failed says why it could not be read
    public AuditModel(
            Workplace workplace,
            AuditBook book,
            SaveFile files,
            Clock clock,
            Consumer<Exception> failed) {
        this.workplace = workplace;
        this.book = book;
        this.files = files;
        this.failed = failed;
        LocalDate today = workplace.store().dayAt(clock.instant());
        this.wanted = new ReadOnlyObjectWrapper<>(new Wanted(today, today, Optional.empty(), ""));
    }

    public void show(LocalDate one, LocalDate other) {
        Wanted now = wanted.get();
        boolean isTurned = one.isAfter(other);
        look(new Wanted(isTurned ? other : one, isTurned ? one : other, now.kind(), now.person()));
    }

    public void show(Optional<AuditKind> kind) {
        Wanted now = wanted.get();
        look(new Wanted(now.from(), now.until(), kind, now.person()));
    }

    public void show(String person) {
        Wanted now = wanted.get();
        look(new Wanted(now.from(), now.until(), now.kind(), person));
    }

    private void look(Wanted other) {
        if (!other.equals(wanted.get())) {
            wanted.set(other);
            refresh();
        }
    }

    public void refresh() {
        Wanted now = wanted.get();
        long wish = wishes.incrementAndGet();
        busy.set(true);
        workplace
                .background()
                .run(
                        () -> book.read(now),
                        read -> answer(wish, Optional.of(read)),
                        failure -> {
                            answer(wish, Optional.empty());
                            failed.accept(failure);
                        });
    }

    private void answer(long wish, Optional<Found> read) {
        if (wish == wishes.get()) {
            busy.set(false);
            found.set(read);
        }
    }

    /// Forgets what was shown: somebody else may stand here next.
    public void clear() {
        wishes.incrementAndGet();
        busy.set(false);
        found.set(Optional.empty());
    }

    /// Saves what is shown as CSV (UTF-8 with a byte order mark, for spreadsheets).
    public void export() {
        List<Entry> entries = found.get().map(Found::entries).orElse(List.of());
        if (entries.isEmpty()) {
            workplace.messages().refuse(workplace.texts().get("audit.nothing"));
            return;
        }
        Wanted days = wanted.get();
        files.choose("audit-%s_%s.csv".formatted(days.from(), days.until()))
                .ifPresent(file ->
                        workplace
                                .background()
                                .run(
                                        () -> write(file, entries),
                                        many ->
                                                workplace
                                                        .messages()
                                                        .done(
                                                                workplace
                                                                        .texts()
                                                                        .count(
                                                                                "audit.saved",
                                                                                many)),
                                        _ ->
                                                workplace
                                                        .messages()
                                                        .problem(
                                                                workplace
                                                                        .texts()
                                                                        .get("audit.not_saved"))));
    }

    private static int write(Path file, List<Entry> entries) throws IOException {
        CsvFile.write(
                file,
                "at,till,kind,by,approved_by,amount,currency,about",
                entries.stream().map(AuditModel::row).toList());
        return entries.size();
    }

    private static String row(Entry entry) {
        return String.join(
                ",",
                entry.at().toString(),
                CsvFile.quoted(entry.till()),
                entry.kind().name(),
                CsvFile.quoted(entry.by()),
                CsvFile.quoted(entry.approvedBy()),
                entry.amount().map(Money::amount).orElse(""),
                entry.amount().map(money -> money.currency().getCurrencyCode()).orElse(""),
                CsvFile.quoted(entry.about()));
    }

    public boolean isAllowed() {
        return workplace.may(Permission.READ_AUDIT);
    }

    public ReadOnlyObjectProperty<Wanted> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// Empty until it is read, and when it could not be read.
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
