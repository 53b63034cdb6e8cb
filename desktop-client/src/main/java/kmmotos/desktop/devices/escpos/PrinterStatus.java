package kmmotos.desktop.devices.escpos;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.devices.DeviceFailed.Reason;

/// What an ESC/POS printer says of itself when it is asked in real time (`DLE EOT n`: 1 printer, 2
/// cause of being offline, 4 roll paper), also while it stands still. Bits as Epson documents them;
/// the clones follow.
///
/// @param drawerOpen whether the level at pin 3 of the drawer's plug is low, as most drawers have
///   it when they are open
/// @param paperLow whether the roll is near its end
public record PrinterStatus(
        boolean offline,
        boolean coverOpen,
        boolean paperOut,
        boolean paperLow,
        boolean fault,
        boolean drawerOpen) {

    /// The questions, in the order in which [#of] takes the answers.
    public static final List<Integer> QUESTIONS = List.of(1, 2, 4);

    public static final PrinterStatus READY =
            new PrinterStatus(false, false, false, false, false, false);

    /// An answer in real time has these bits; an answer to `GS r` has not.
    private static final int FIXED_MASK = 0x93;

    private static final int FIXED = 0x12;

    /// @param printer answer to question 1
    /// @param cause answer to question 2
    /// @param paper answer to question 4
    public static PrinterStatus of(int printer, int cause, int paper) {
        return new PrinterStatus(
                (printer & 0x08) != 0,
                (cause & 0x04) != 0,
                (cause & 0x20) != 0 || (paper & 0x60) != 0,
                (paper & 0x0C) != 0,
                (cause & 0x40) != 0,
                (printer & 0x04) == 0);
    }

    /// Whether a byte is an answer in real time.
    public static boolean isStatus(int answer) {
        return (answer & FIXED_MASK) == FIXED;
    }

    /// Why nothing can be printed now.
    public Optional<Reason> trouble() {
        if (coverOpen) {
            return Optional.of(Reason.COVER_OPEN);
        }
        if (paperOut) {
            return Optional.of(Reason.PAPER_OUT);
        }
        return fault || offline ? Optional.of(Reason.FAULT) : Optional.empty();
    }
}
