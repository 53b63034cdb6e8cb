package kmmotos.desktop.receipts;

import java.util.stream.Collectors;
import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// A slip as plain text, for e-mail, logs and screen readers. Large letters are spaced out, so that
/// each line is as wide as on paper.
public final class SlipText {

    private SlipText() {}

    public static String of(Slip slip, PaperLayout paper) {
        return paper.rows(slip).stream()
                .map(row -> text(row, paper.columns()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(PaperPiece row, int columns) {
        return switch (row) {
            case PaperPiece.Line(String text, Emphasis emphasis) ->
                    emphasis == Emphasis.LARGE ? spaced(text) : text;
            case PaperPiece.Barcode(String text) ->
                    centered("|||| " + text.replace("\u001D", "") + " ||||", columns);
            case PaperPiece.QrCode(String text) -> centered(qr(text, columns), columns);
        };
    }

    /// What only a scanner reads is cut short.
    private static String qr(String text, int columns) {
        int room = columns - "[QR ...]".length();
        return text.length() <= room
                ? "[QR " + text + "]"
                : "[QR " + text.substring(0, room) + "...]";
    }

    private static String spaced(String text) {
        return text.replaceAll("(.)", "$1 ").stripTrailing();
    }

    private static String centered(String text, int columns) {
        return " ".repeat(Math.max(0, (columns - text.length()) / 2)) + text;
    }
}
