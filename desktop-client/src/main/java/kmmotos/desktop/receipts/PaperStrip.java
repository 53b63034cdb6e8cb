package kmmotos.desktop.receipts;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// A slip on the screen, looking like the paper that a printer would give.
public final class PaperStrip extends VBox {

    private static final double BARCODE_HEIGHT = 44;
    private static final double MODULE_WIDTH = 1.5;
    private static final int TOOTH = 6;

    private final PaperLayout paper;

    public PaperStrip(PaperLayout paper) {
        this.paper = paper;
        getStyleClass().add("paper-strip");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public PaperStrip(PaperLayout paper, Slip slip) {
        this(paper);
        show(slip);
    }

    public void show(Slip slip) {
        var sheet = new VBox();
        sheet.getStyleClass().add("paper-sheet");
        paper.rows(slip).forEach(row -> sheet.getChildren().add(node(row)));
        var edge = new VBox();
        edge.getStyleClass().add("paper-edge");
        sheet.widthProperty()
                .subscribe(width -> edge.getChildren().setAll(List.of(tornEdge(width.intValue()))));
        getChildren().setAll(List.of(sheet, edge));
        setAccessibleText(SlipText.of(slip, paper));
    }

    private static Node node(PaperPiece row) {
        return switch (row) {
            case PaperPiece.Line(String text, Emphasis emphasis) -> line(text, emphasis);
            case PaperPiece.Barcode(String text) ->
                    centered(barcode(text), new Label(text.replace("\u001D", "")));
            case PaperPiece.QrCode(String text) -> centered(QrPicture.of(text));
        };
    }

    private static Label line(String text, Emphasis emphasis) {
        var label = new Label(text.isEmpty() ? " " : text);
        label.getStyleClass().add("paper-line");
        switch (emphasis) {
            case NORMAL -> {}
            case BOLD -> label.getStyleClass().add("paper-bold");
            case LARGE -> label.getStyleClass().addAll("paper-bold", "paper-large");
        }
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node centered(Node... nodes) {
        var box = new VBox(nodes);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("paper-code");
        for (Node node : nodes) {
            if (node instanceof Label label) {
                label.getStyleClass().add("paper-line");
            }
        }
        return box;
    }

    private static Canvas barcode(String text) {
        List<Integer> widths = Code128.widths(text);
        int modules = widths.stream().mapToInt(Integer::intValue).sum();
        var canvas = new Canvas(modules * MODULE_WIDTH, BARCODE_HEIGHT);
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.BLACK);
        double left = 0;
        for (int i = 0; i < widths.size(); i++) {
            double width = widths.get(i) * MODULE_WIDTH;
            if (i % 2 == 0) {
                pen.fillRect(left, 0, width, BARCODE_HEIGHT);
            }
            left += width;
        }
        return canvas;
    }

    /// The zigzag that the printer's cutter leaves.
    private static Polygon tornEdge(int width) {
        var edge = new Polygon();
        edge.getStyleClass().add("paper-tear");
        edge.getPoints().addAll(0.0, 0.0);
        int teeth = Math.max(1, width / (2 * TOOTH));
        double step = (double) width / teeth;
        for (int i = 0; i < teeth; i++) {
            edge.getPoints().addAll(step * (i + 0.5), (double) TOOTH, step * (i + 1), 0.0);
        }
        return edge;
    }
}
