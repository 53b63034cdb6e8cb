package kmmotos.desktop.labels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.labels.LabelPrinter.Job;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// Labels to be printed: what was taken in, one for each piece; what is scanned; what changed its
/// price. They go to the label printer, or onto sheets of A4.
public final class LabelsModel {

    static final int MAX_LINES = 500;
    static final int MAX_RENEWED = 500;

    private static final String FAILED = "stock.failed";

    /// @param count how many labels
    public record Line(Item item, int count) {}

    /// What labels are printed with.
    ///
    /// @param printer none if no label printer is set up
    public record Tools(
            StockBook stock,
            LabelBook labels,
            Supplier<Optional<LabelPrinter>> printer,
            SaveFile files) {}

    private final Workplace workplace;
    private final Tools tools;
    private final OneAtATime actions;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);

    public LabelsModel(Workplace workplace, Tools tools) {
        this.workplace = workplace;
        this.tools = tools;
        this.actions = new OneAtATime(workplace);
    }

    /// One label for each piece that was taken in; of what is measured, one.
    public void tookIn(Item item, Quantity quantity) {
        if (quantity.isPositive()) {
            boolean counted = quantity.isWhole();
            put(item, count(item.sku()) + (counted ? whole(quantity) : 1));
        }
    }

    private static int whole(Quantity quantity) {
        return quantity.decimal().setScale(0, RoundingMode.CEILING).min(most()).intValue();
    }

    private static BigDecimal most() {
        return BigDecimal.valueOf(Job.MAX_COUNT);
    }

    /// One label more of the scanned item.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> tools.stock().byCode(code),
                        item ->
                                item.ifPresentOrElse(
                                        found -> put(found, count(found.sku()) + 1),
                                        () -> refuse("stock.unknown_code", code)),
                        _ -> refuse(FAILED));
    }

    /// @param typed how many labels
    public void set(Item item, String typed) {
        Optional<Quantity> count = workplace.typedNumbers().quantity(typed);
        boolean possible =
                count.filter(Quantity::isWhole)
                        .filter(Quantity::isPositive)
                        .filter(many -> many.compareTo(Quantity.of(Job.MAX_COUNT)) <= 0)
                        .isPresent();
        if (possible) {
            put(item, whole(count.get()));
        } else {
            refuse("labels.no_count", Job.MAX_COUNT);
        }
    }

    /// So many labels of what was scanned or chosen last.
    public void typed(String typed) {
        if (lines.isEmpty()) {
            refuse("stock.scan_first");
        } else {
            set(lines.getFirst().item(), typed);
        }
    }

    public void remove(Line line) {
        lines.remove(line);
    }

    /// One label of each item whose price has changed.
    public void renew() {
        actions.run(
                FAILED,
                () -> tools.labels().toRenew(MAX_RENEWED),
                items -> {
                    items.reversed().stream()
                            .filter(item -> count(item.sku()) == 0)
                            .forEach(item -> put(item, 1));
                    workplace
                            .messages()
                            .note(workplace.texts().count("labels.to_renew", items.size()));
                });
    }

    public void print() {
        Optional<LabelPrinter> printer = tools.printer().get();
        if (printer.isEmpty()) {
            refuse("labels.no_printer");
            return;
        }
        finish(jobs -> {
            printer.get().print(jobs);
            return "labels.printed";
        });
    }

    /// @param used how many labels of the first sheet are used up already, as typed
    public void savePdf(LabelSheet sheet, String used) {
        Optional<Integer> skip = skip(sheet, used);
        if (skip.isEmpty()) {
            refuse("labels.no_place", sheet.labels() - 1);
            return;
        }
        if (lines.isEmpty()) {
            refuse("labels.none");
            return;
        }
        tools.files()
                .choose("price-labels.pdf")
                .ifPresent(file ->
                        finish(jobs -> {
                            write(file, new LabelPdf(sheet, skip.get()).write(each(jobs)));
                            return "labels.saved";
                        }));
    }

    private static Optional<Integer> skip(LabelSheet sheet, String used) {
        try {
            return Optional.of(used.isBlank() ? 0 : Integer.parseInt(used.strip()))
                    .filter(skip -> skip >= 0 && skip < sheet.labels());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static List<Label> each(List<Job> jobs) {
        List<Label> labels = new ArrayList<>();
        jobs.forEach(job -> labels.addAll(Collections.nCopies(job.count(), job.label())));
        return labels;
    }

    private static void write(Path file, byte[] pdf) throws IOException {
        Files.write(file, pdf);
    }

    /// Does something with all labels and says what was done.
    private interface Printing {
        String finish(List<Job> jobs) throws IOException;
    }

    private void finish(Printing printing) {
        if (lines.isEmpty()) {
            refuse("labels.none");
            return;
        }
        List<Line> wanted = List.copyOf(lines);
        actions.run(
                () -> {
                    List<Job> jobs = jobs(wanted);
                    String done = printing.finish(jobs);
                    tools.labels().printed(wanted.stream().map(line -> line.item().sku()).toList());
                    int count = jobs.stream().mapToInt(Job::count).sum();
                    return workplace.texts().count(done, count);
                },
                done -> {
                    lines.removeAll(wanted);
                    workplace.messages().done(done);
                },
                this::failed);
    }

    private List<Job> jobs(List<Line> wanted) {
        Map<Sku, Label> labels =
                tools.labels().labels(wanted.stream().map(line -> line.item().sku()).toList());
        return wanted.stream()
                .flatMap(line ->
                        Optional.ofNullable(labels.get(line.item().sku()))
                                .map(label -> new Job(label, line.count()))
                                .stream())
                .toList();
    }

    private void failed(Exception failure) {
        switch (failure) {
            case DeviceFailed broken -> refuse("labels.printer_failed", broken.where());
            case IOException _, UncheckedIOException _ -> refuse("labels.not_saved");
            default -> refuse(FAILED);
        }
    }

    private int count(Sku sku) {
        return lines.stream()
                .filter(line -> line.item().sku().equals(sku))
                .map(Line::count)
                .findFirst()
                .orElse(0);
    }

    private void put(Item item, int count) {
        boolean known = lines.removeIf(line -> line.item().sku().equals(item.sku()));
        if (!known && lines.size() == MAX_LINES) {
            refuse("stock.too_many_lines", MAX_LINES);
            return;
        }
        lines.addFirst(new Line(item, Math.min(count, Job.MAX_COUNT)));
    }

    /// What was touched last stands first.
    public ObservableList<Line> lines() {
        return linesShown;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
