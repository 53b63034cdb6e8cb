package kmmotos.desktop.reports;

import java.util.List;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;

/// Hours or days one after the other, each a bar as high as what was taken.
final class TimeChart extends StackPane {

    TimeChart(ReportWords words, Report report) {
        var across = new CategoryAxis();
        var up = new NumberAxis();
        up.setForceZeroInRange(true);
        up.setMinorTickVisible(false);
        var chart = new BarChart<>(across, up);
        chart.setId("report-chart");
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setAccessibleText(words.name(report.kind()));
        chart.getData().add(bars(words, report));
        getStyleClass().addAll("card", "report-chart");
        getChildren().add(chart);
    }

    private static XYChart.Series<String, Number> bars(ReportWords words, Report report) {
        var series = new XYChart.Series<String, Number>();
        for (List<Cell> row : report.rows()) {
            series.getData()
                    .add(
                            new XYChart.Data<>(
                                    row.getFirst().shortText(words.formats()),
                                    row.get(report.drawn()).number()));
        }
        return series;
    }
}
