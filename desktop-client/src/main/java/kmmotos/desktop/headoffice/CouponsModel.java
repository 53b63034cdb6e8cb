package kmmotos.desktop.headoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.stores.StoreId;
import org.jspecify.annotations.Nullable;

/// Signed coupons for one use: issued in batches, saved as a file for the printer, withdrawn.
public final class CouponsModel {
    private static final int MAX_COUNT = 1_000;

    private final OfficeWork work;
    private final Clock clock;
    private final ObservableList<CouponBatchView> batches = FXCollections.observableArrayList();
    private final ObservableList<CouponBatchView> batchesShown =
            FXCollections.unmodifiableObservableList(batches);
    private Optional<Tried> tried = Optional.empty();

    CouponsModel(OfficeWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /// What is typed about a batch.
    ///
    /// @param off percent with a sign (`10%`), or an amount
    /// @param store a store's code, or nothing
    public record Typed(
            String name,
            String off,
            String minimum,
            @Nullable LocalDate until,
            String store,
            String count) {}

    /// An order that may have arrived: tried again, it is the same one.
    private record Tried(UUID batchId, CouponBatchView.Terms terms) {}

    public void refresh() {
        work.actions()
                .run(
                        work.client().coupons()::batches,
                        all -> {
                            OfficeWork.replace(batches, all);
                            work.fresh().run();
                        },
                        work.failed());
    }

    void clear() {
        batches.clear();
        tried = Optional.empty();
    }

    public void issue(Typed typed) {
        var terms = terms(typed);
        if (terms.isEmpty()) {
            return;
        }
        var order =
                tried.filter(before -> before.terms().equals(terms.get()))
                        .orElseGet(() -> new Tried(UUID.randomUUID(), terms.get()));
        tried = Optional.of(order);
        work.actions()
                .run(
                        () -> {
                            work.client().coupons().issue(order.batchId(), order.terms());
                            return work.client().coupons().batches();
                        },
                        all -> {
                            tried = Optional.empty();
                            OfficeWork.replace(batches, all);
                            work.done(
                                    "headoffice.coupons.issued",
                                    work.workplace().formats().count(order.terms().count()));
                            work.fresh().run();
                        },
                        work.failed());
    }

    private Optional<CouponBatchView.Terms> terms(Typed typed) {
        var discount = PromotionForm.discount(typed.off(), work.workplace());
        var minimum = PromotionForm.money(typed.minimum(), work.workplace());
        var count = count(typed.count());
        if (typed.name().isBlank()) {
            work.problem("headoffice.coupons.no_name");
        } else if (discount.isEmpty()) {
            work.problem("headoffice.coupons.no_discount");
        } else if (!typed.minimum().isBlank() && minimum.isEmpty()) {
            work.problem("headoffice.coupons.no_minimum");
        } else if (typed.until() == null || typed.until().isBefore(today())) {
            work.problem("headoffice.coupons.no_end");
        } else if (!typed.store().isBlank() && store(typed.store()).isEmpty()) {
            work.problem("headoffice.credit.no_store");
        } else if (count.isEmpty()) {
            work.problem("headoffice.coupons.no_count");
        } else {
            return Optional.of(
                    new CouponBatchView.Terms(
                            typed.name().strip(),
                            discount.get(),
                            minimum,
                            Optional.empty(),
                            typed.until(),
                            store(typed.store()),
                            count.get()));
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), work.workplace().store().timeZone());
    }

    private static Optional<StoreId> store(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(new StoreId(typed.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> count(String typed) {
        try {
            return Optional.of(Integer.parseInt(typed.strip()))
                    .filter(count -> count >= 1 && count <= MAX_COUNT);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Writes a batch's coupons into a file that a mail-merge or a printer's shop reads.
    public void save(CouponBatchView batch, Path file) {
        work.actions()
                .run(
                        () -> write(file, work.client().coupons().file(batch.batchId())),
                        written -> work.done("headoffice.coupons.written", written.toString()),
                        failure -> {
                            if (failure instanceof UncheckedIOException) {
                                work.problem("headoffice.coupons.not_written");
                            } else {
                                work.failed().accept(failure);
                            }
                        });
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void withdraw(CouponBatchView batch, String note) {
        if (note.isBlank()) {
            work.problem("headoffice.needs_note");
            return;
        }
        work.actions()
                .run(
                        () -> {
                            work.client().coupons().withdraw(batch.batchId(), note.strip());
                            return work.client().coupons().batches();
                        },
                        all -> {
                            OfficeWork.replace(batches, all);
                            work.done("headoffice.coupons.withdrawn");
                        },
                        work.failed());
    }

    public ObservableList<CouponBatchView> batches() {
        return batchesShown;
    }
}
