package kmmotos.desktop.labels;

/// A sheet of A4 with labels, as they are sold.
public enum LabelSheet {
    /// 24 labels of 70 x 37 mm, without margins.
    A4_3X8(3, 8, 70, 37, 0, 0.5, 70, 37),
    /// 65 labels of 38.1 x 21.2 mm.
    A4_5X13(5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2);

    private final int columns;
    private final int rows;
    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double stepRight;
    private final double stepDown;

    LabelSheet(
            int columns,
            int rows,
            double width,
            double height,
            double left,
            double top,
            double stepRight,
            double stepDown) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.stepRight = stepRight;
        this.stepDown = stepDown;
    }

    public int labels() {
        return columns * rows;
    }

    /// In millimetres, as all lengths here.
    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// Where a label's left edge is.
    ///
    /// @param place 0 is the first of the sheet
    double x(int place) {
        return left + place % columns * stepRight;
    }

    /// How far a label's upper edge is from that of the sheet.
    double y(int place) {
        int row = place / columns;
        return top + row * stepDown;
    }
}
