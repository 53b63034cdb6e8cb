package kmmotos.desktop.reports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.audit.AuditModel;
import kmmotos.desktop.audit.AuditPane;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The kinds of report at the left, the days above, the report in the middle. Up and Down change
/// the kind, F2 to F8 the days, F9 to F11 save it. Ctrl+J turns to the audit log and back.
public final class ReportsScreen implements Screen {
    private static final List<ReportKind> KINDS = List.of(ReportKind.values());
    private static final Map<Period.Named, KeyCode> PERIOD_KEYS =
            keys(Period.Named.class, Period.Named.values(), 2);
    private static final Map<ReportFile, KeyCode> FILE_KEYS =
            keys(ReportFile.class, ReportFile.values(), 9);

    private final ReportsModel model;
    private final Texts texts;
    private final ReportWords words;
    private final SaveFile files;
    private final AuditModel audit;
    private final AuditPane auditPane;
    private final ToggleButton auditSide;
    private final VBox middle;
    private final HBox view = new HBox();
    private final StackPane front = new StackPane();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Map<ReportKind, ToggleButton> kinds = new EnumMap<>(ReportKind.class);
    private final Map<Period.Named, ToggleButton> periods = new EnumMap<>(Period.Named.class);

    /// @param files where a report is to be saved
    public ReportsScreen(
            Workplace workplace, ReportsModel model, AuditModel audit, SaveFile files) {
        this.model = model;
        this.texts = workplace.texts();
        this.words = ReportWords.of(workplace);
        this.files = files;
        this.audit = audit;
        this.auditPane = new AuditPane(workplace, audit);
        this.auditSide = toggle(texts.get("audit.title"), "report-audit", this::showAudit);
        this.middle = new VBox(days(), front, files());
        middle.getStyleClass().add("column");
        VBox.setVgrow(front, Priority.ALWAYS);
        HBox.setHgrow(middle, Priority.ALWAYS);
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(kinds(), middle);
        model.kindProperty().subscribe(this::select);
        model.namedProperty().subscribe(this::select);
        model.periodProperty().subscribe(this::showDays);
        model.shownProperty().subscribe(this::show);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        showReports();
        model.refresh();
        view.requestFocus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> keys = new ArrayList<>();
        keys.add(Shortcut.control(KeyCode.J, this::turnAround));
        if (isAudit()) {
            keys.add(Shortcut.of(KeyCode.F9, audit::export));
            return keys;
        }
        keys.add(Shortcut.of(KeyCode.UP, () -> step(-1)));
        keys.add(Shortcut.of(KeyCode.DOWN, () -> step(1)));
        PERIOD_KEYS.forEach((name, key) -> keys.add(Shortcut.of(key, () -> model.show(name))));
        FILE_KEYS.forEach((format, key) -> keys.add(Shortcut.of(key, () -> save(format))));
        return keys;
    }

    /// One function key after the other.
    private static <E extends Enum<E>> Map<E, KeyCode> keys(Class<E> type, E[] all, int first) {
        Map<E, KeyCode> keys = new EnumMap<>(type);
        for (int i = 0; i < all.length; i++) {
            keys.put(all[i], KeyCode.valueOf("F" + (first + i)));
        }
        return keys;
    }

    private boolean isAudit() {
        return view.getChildren().contains(auditPane);
    }

    private void turnAround() {
        if (isAudit()) {
            showReports();
        } else {
            showAudit();
        }
    }

    private void showReports() {
        auditSide.setVisible(audit.isAllowed());
        audit.clear();
        bring(middle);
    }

    private void showAudit() {
        if (audit.isAllowed()) {
            bring(auditPane);
            audit.refresh();
        }
    }

    private void bring(Node side) {
        view.getChildren().set(1, side);
        auditSide.setSelected(isAudit());
        select(model.kindProperty().get());
    }

    private void step(int by) {
        int next = KINDS.indexOf(model.kindProperty().get()) + by;
        if (next >= 0 && next < KINDS.size()) {
            model.show(KINDS.get(next));
        }
    }

    private Node kinds() {
        var column = new VBox();
        column.getStyleClass().addAll("card", "report-kinds");
        for (ReportKind kind : ReportKind.values()) {
            var button =
                    toggle(
                            words.name(kind),
                            "report-" + name(kind),
                            () -> {
                                bring(middle);
                                model.show(kind);
                            });
            button.setMaxWidth(Double.MAX_VALUE);
            kinds.put(kind, button);
            column.getChildren().add(button);
        }
        auditSide.setGraphic(KeyCap.of("Ctrl+J"));
        auditSide.setMaxWidth(Double.MAX_VALUE);
        column.getChildren().add(auditSide);
        return column;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(java.util.Locale.ROOT);
    }

    private Node days() {
        var row = new FlowPane();
        row.getStyleClass().add("report-days");
        PERIOD_KEYS.forEach((name, key) -> {
            var button =
                    toggle(
                            texts.get("reports.period." + name(name)),
                            "period-" + name(name),
                            () -> model.show(name));
            button.setGraphic(KeyCap.of(key.getName()));
            periods.put(name, button);
            row.getChildren().add(button);
        });
        from.setId("report-from");
        until.setId("report-until");
        from.setAccessibleText(texts.get("reports.from"));
        until.setAccessibleText(texts.get("reports.until"));
        from.setOnAction(_ -> showChosenDays());
        until.setOnAction(_ -> showChosenDays());
        var own = new HBox(from, new Label("–"), until);
        own.getStyleClass().add("toolbar");
        row.getChildren().add(own);
        return row;
    }

    private ToggleButton toggle(String text, String id, Runnable action) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            action.run();
            select(model.kindProperty().get());
            select(model.namedProperty().get());
        });
        return button;
    }

    private void showChosenDays() {
        LocalDate one = from.getValue();
        LocalDate other = until.getValue();
        Period now = model.periodProperty().get();
        boolean isNew =
                one != null
                        && other != null
                        && !(one.equals(now.from()) && other.equals(now.until()));
        if (isNew) {
            model.show(one, other);
        }
    }

    private void showDays(Period period) {
        from.setValue(period.from());
        until.setValue(period.until());
    }

    private void select(ReportKind chosen) {
        kinds.forEach((kind, button) -> button.setSelected(kind == chosen && !isAudit()));
    }

    private void select(Optional<Period.Named> chosen) {
        periods.forEach((name, button) -> button.setSelected(chosen.equals(Optional.of(name))));
    }

    private Region files() {
        var row = new HBox();
        row.getStyleClass().add("toolbar");
        var busy = new ProgressIndicator();
        busy.setMaxSize(22, 22);
        busy.setAccessibleText(texts.get("reports.busy"));
        busy.visibleProperty().bind(model.busyProperty());
        FILE_KEYS.forEach((format, key) -> {
            var button =
                    KeyCap.button(
                            key.getName(),
                            texts.get("reports.save", format.name()),
                            () -> save(format));
            button.setId("save-" + format.ending());
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(this::isEmpty, model.shownProperty()));
            row.getChildren().add(button);
        });
        row.getChildren().add(busy);
        return row;
    }

    private boolean isEmpty() {
        return model.shownProperty().get().isEmpty();
    }

    private void save(ReportFile format) {
        if (!isEmpty()) {
            Optional<Path> file = files.choose(model.fileName(format));
            file.ifPresent(chosen -> model.save(format, chosen));
        }
    }

    private void show(Optional<ReportsModel.Shown> found) {
        front.getChildren().clear();
        found.ifPresent(shown -> front.getChildren().add(report(shown)));
    }

    private Node report(ReportsModel.Shown shown) {
        var column = new VBox();
        column.getStyleClass().add("report");
        if (!shown.report().kind().isOfNow()) {
            column.getChildren().add(new HeadlinePane(words, shown));
        }
        if (shown.report().rows().isEmpty()) {
            column.getChildren()
                    .add(
                            new EmptyNote(
                                    MaterialDesignC.CHART_BAR,
                                    texts.get("reports.nothing"),
                                    texts.get("reports.nothing_text")));
            return column;
        }
        if (shown.report().kind().isInTime()) {
            column.getChildren().add(new TimeChart(words, shown.report()));
        }
        var table = new ReportTable(words, shown.report());
        VBox.setVgrow(table, Priority.ALWAYS);
        column.getChildren().add(table);
        return column;
    }
}
