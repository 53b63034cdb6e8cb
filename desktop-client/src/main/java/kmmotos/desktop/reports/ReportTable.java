package kmmotos.desktop.reports;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.TextColumn;

/// The rows, with a bar in each for the column that is drawn, and what they come to below.
final class ReportTable extends VBox {
    private static final double BAR_COLUMN = 170;
    private static final double NAME_COLUMN = 260;
    private static final double NUMBER_COLUMN = 120;

    private final ReportWords words;
    private final Report report;

    ReportTable(ReportWords words, Report report) {
        this.words = words;
        this.report = report;
        var rows = new TableView<>(FXCollections.observableArrayList(report.rows()));
        rows.setId("report-rows");
        rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        List<String> titles = words.columns(report);
        for (int column = 0; column < titles.size(); column++) {
            rows.getColumns().add(column(titles.get(column), column));
        }
        if (!report.kind().isInTime()) {
            rows.getColumns().add(1, bars());
        }
        if (!report.sum().isEmpty()) {
            rows.getItems().add(report.sum());
            rows.setRowFactory(_ -> new SumLine(report.sum()));
        }
        setVgrow(rows, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(rows);
    }

    private TableColumn<List<Cell>, String> column(String title, int place) {
        var column =
                new TextColumn<List<Cell>>(
                        title,
                        place == 0 ? NAME_COLUMN : NUMBER_COLUMN,
                        row -> row.get(place).text(words.formats()));
        boolean isWords = place == 0 || report.columns().get(place) == Report.Column.SKU;
        return isWords ? column : column.right();
    }

    private TableColumn<List<Cell>, BigDecimal> bars() {
        BigDecimal most =
                report.rows().stream()
                        .map(row -> row.get(report.drawn()).number())
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        var column = new TableColumn<List<Cell>, BigDecimal>("");
        column.setPrefWidth(BAR_COLUMN);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(
                        row.getValue().equals(report.sum())
                                ? BigDecimal.ZERO
                                : row.getValue().get(report.drawn()).number()));
        column.setCellFactory(_ -> new BarCell(most));
        return column;
    }

    /// As long as its number beside the largest one.
    private static final class BarCell extends TableCell<List<Cell>, BigDecimal> {
        private final BigDecimal most;
        private final Region bar = new Region();
        private final StackPane room = new StackPane(bar);

        BarCell(BigDecimal most) {
            this.most = most;
            bar.getStyleClass().add("report-bar");
            room.getStyleClass().add("report-bar-room");
        }

        @Override
        protected void updateItem(BigDecimal number, boolean isEmpty) {
            super.updateItem(number, isEmpty);
            boolean isDrawn = !isEmpty && number.signum() > 0 && most.signum() > 0;
            if (isDrawn) {
                double part = number.doubleValue() / most.doubleValue();
                bar.maxWidthProperty().bind(room.widthProperty().multiply(part));
            }
            setGraphic(isDrawn ? room : null);
        }
    }

    private static final class SumLine extends javafx.scene.control.TableRow<List<Cell>> {
        private final List<Cell> sum;

        SumLine(List<Cell> sum) {
            this.sum = sum;
        }

        @Override
        protected void updateItem(List<Cell> row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            getStyleClass().remove("report-sum");
            if (!isEmpty && row.equals(sum)) {
                getStyleClass().add("report-sum");
            }
        }
    }
}
