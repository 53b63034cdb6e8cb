package kmmotos.desktop.receipts;

/// One element of a [Slip], before it is laid out for a paper width.
public sealed interface SlipPart {

    /// How much a line stands out: LARGE is bold in double width and height.
    enum Emphasis {
        NORMAL,
        BOLD,
        LARGE
    }

    /// Where a text stands on the paper.
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// A paragraph; it wraps at words.
    record Text(String text, Align align, Emphasis emphasis) implements SlipPart {}

    /// A label at the left and a figure at the right edge; only the label wraps.
    record Pair(String left, String right, Emphasis emphasis) implements SlipPart {}

    /// A line across the paper.
    record Rule() implements SlipPart {}

    /// An empty line.
    record Gap() implements SlipPart {}

    /// A CODE128 barcode with its text beneath.
    record Barcode(String text) implements SlipPart {}

    /// A QR code.
    record QrCode(String text) implements SlipPart {}
}
