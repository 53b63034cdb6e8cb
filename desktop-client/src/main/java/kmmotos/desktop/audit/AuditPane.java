package kmmotos.desktop.audit;

import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.audit.AuditBook.Entry;
import kmmotos.desktop.audit.AuditBook.Found;
import kmmotos.desktop.audit.AuditBook.Proof;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.audit.AuditKind;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Days, kind and person above; the log; below it what its chain of hashes proves.
public final class AuditPane extends VBox {
    private static final List<AuditKind> KINDS = List.of(AuditKind.values());

    private final AuditModel model;
    private final Texts texts;
    private final Formats formats;
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final TableView<Entry> table = new TableView<>();
    private final Label proof = new Label();
    private final Label cut = new Label();

    public AuditPane(Workplace workplace, AuditModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        proof.setId("audit-proof");
        proof.setWrapText(true);
        cut.setText(texts.get("audit.cut", AuditBook.MAX_ENTRIES));
        cut.setWrapText(true);
        cut.getStyleClass().add("caution");
        getStyleClass().addAll("column", "tab-content");
        addColumns();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(filter(), table, cut, proof);
        model.wantedProperty()
                .subscribe(wanted -> {
                    from.setValue(wanted.from());
                    until.setValue(wanted.until());
                });
        model.foundProperty().subscribe(this::show);
    }

    private Node filter() {
        var busy = new ProgressIndicator();
        busy.setMaxSize(22, 22);
        busy.setAccessibleText(texts.get("reports.busy"));
        busy.visibleProperty().bind(model.busyProperty());
        var export = KeyCap.button("F9", texts.get("audit.export"), model::export);
        export.setId("audit-export");
        var row =
                new FlowPane(
                        day(from, "audit-from", "reports.from"),
                        day(until, "audit-until", "reports.until"),
                        kind(),
                        person(),
                        export,
                        busy);
        row.getStyleClass().add("report-days");
        return row;
    }

    private DatePicker day(DatePicker picker, String id, String key) {
        picker.setId(id);
        picker.setPrefWidth(140);
        picker.getEditor().setAccessibleText(texts.get(key));
        picker.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        picker.setOnAction(_ -> {
            if (from.getValue() != null && until.getValue() != null) {
                model.show(from.getValue(), until.getValue());
            }
        });
        return picker;
    }

    private ComboBox<String> kind() {
        var box = new ComboBox<String>();
        box.setId("audit-kind");
        box.setAccessibleText(texts.get("audit.what"));
        box.getItems().add(texts.get("audit.any"));
        KINDS.forEach(kind -> box.getItems().add(name(kind)));
        box.getSelectionModel().selectFirst();
        box.setOnAction(_ -> model.show(chosen(box.getSelectionModel().getSelectedIndex())));
        return box;
    }

    /// The first stands for all.
    private static Optional<AuditKind> chosen(int index) {
        return index < 1 ? Optional.empty() : Optional.of(KINDS.get(index - 1));
    }

    private TextField person() {
        var person = new TextField();
        person.setId("audit-person");
        person.setPromptText(texts.get("audit.person"));
        person.setAccessibleText(texts.get("audit.person"));
        person.setPrefColumnCount(14);
        person.textProperty().subscribe(part -> model.show(part));
        return person;
    }

    private String name(AuditKind kind) {
        return texts.get("audit.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void addColumns() {
        table.setId("audit");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignS.SHIELD_SEARCH,
                        texts.get("audit.none"),
                        texts.get("audit.none_text")));
        add("audit.when", 180, entry -> formats.dateTime(entry.at()));
        add("audit.till", 60, Entry::till);
        add("audit.what", 205, entry -> name(entry.kind()));
        add("audit.by", 120, Entry::by);
        add("audit.approved_by", 110, Entry::approvedBy);
        table.getColumns()
                .add(
                        new TextColumn<Entry>(
                                        texts.get("audit.amount"),
                                        100,
                                        entry -> entry.amount().map(formats::money).orElse(""))
                                .right());
        add("audit.about", 170, Entry::about);
    }

    private void add(String title, double width, Function<Entry, String> text) {
        table.getColumns().add(new TextColumn<>(texts.get(title), width, text));
    }

    private void show(Optional<Found> found) {
        table.getItems().setAll(found.map(Found::entries).orElse(List.of()));
        boolean isCut = found.filter(Found::isCut).isPresent();
        cut.setVisible(isCut);
        cut.setManaged(isCut);
        proof.setText(found.map(Found::proof).map(this::words).orElse(""));
        proof.getStyleClass().setAll("label", isBroken(found) ? "bad" : "muted");
    }

    private static boolean isBroken(Optional<Found> found) {
        return found.filter(it -> it.proof() instanceof Proof.Broken).isPresent();
    }

    private String words(Proof of) {
        return switch (of) {
            case Proof.Unbroken(long facts, var begin, var end) ->
                    texts.get(
                            "audit.unbroken",
                            formats.dateTime(begin),
                            formats.dateTime(end),
                            formats.count(facts));
            case Proof.Broken(String till, long seq) -> texts.get("audit.broken", till, seq);
            case Proof.Nothing _ -> texts.get("audit.no_facts");
        };
    }
}
