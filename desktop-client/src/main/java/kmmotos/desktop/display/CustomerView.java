package kmmotos.desktop.display;

import java.util.List;

/// What a customer may see of their sale, in words: no more than will stand on the receipt.
///
/// @param lines in the order rung up
/// @param caption what the amount is: the total, what is still to be paid, the change
/// @param amount with its currency
public record CustomerView(Moment moment, List<Line> lines, String caption, String amount) {

    /// Where the sale is.
    public enum Moment {
        IDLE,
        RINGING_UP,
        PAYING,
        DONE
    }

    /// @param count with the price of one, as `2 × 49.90`
    public record Line(String name, String count, String total) {}

    public CustomerView {
        lines = List.copyOf(lines);
    }
}
