package kmmotos.desktop.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.desktop.receipts.SlipPart.Align;
import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// Breaks a [Slip] into rows for a paper of so many columns (48 on 80 mm, 42 on older printers, 32
/// on 58 mm).
public record PaperLayout(int columns) {

    public static final int MIN_COLUMNS = 24;
    public static final int MAX_COLUMNS = 80;

    public PaperLayout {
        if (columns < MIN_COLUMNS || columns > MAX_COLUMNS) {
            throw new IllegalArgumentException(
                    "columns must be %d..%d, was %d".formatted(MIN_COLUMNS, MAX_COLUMNS, columns));
        }
    }

    public List<PaperPiece> rows(Slip slip) {
        var rows = new ArrayList<PaperPiece>();
        for (SlipPart part : slip.parts()) {
            switch (part) {
                case SlipPart.Text text -> rows.addAll(text(text));
                case SlipPart.Pair pair -> rows.addAll(pair(pair));
                case SlipPart.Rule() -> rows.add(line("-".repeat(columns), Emphasis.NORMAL));
                case SlipPart.Gap() -> rows.add(line("", Emphasis.NORMAL));
                case SlipPart.Barcode(String text) -> rows.add(new PaperPiece.Barcode(text));
                case SlipPart.QrCode(String text) -> rows.add(new PaperPiece.QrCode(text));
            }
        }
        return rows;
    }

    private List<PaperPiece> text(SlipPart.Text part) {
        int width = width(part.emphasis());
        return wrap(part.text(), width).stream()
                .map(text -> line(aligned(text, part.align(), width), part.emphasis()))
                .toList();
    }

    private List<PaperPiece> pair(SlipPart.Pair part) {
        int width = width(part.emphasis());
        var rows = new ArrayList<PaperPiece>();
        // A figure is never broken: when it leaves too little room, it gets a row of its own.
        int labelWidth = width - length(part.right()) - 1;
        boolean ownRow = labelWidth < Math.max(width / 4, longestWord(part.left()));
        List<String> label = wrap(part.left(), ownRow ? width : labelWidth);
        label.subList(0, label.size() - 1).forEach(text -> rows.add(line(text, part.emphasis())));
        String last = label.getLast();
        if (ownRow) {
            rows.add(line(last, part.emphasis()));
            last = "";
        }
        int gap = Math.max(0, width - length(last) - length(part.right()));
        rows.add(line(last + " ".repeat(gap) + part.right(), part.emphasis()));
        return rows;
    }

    private int width(Emphasis emphasis) {
        return emphasis == Emphasis.LARGE ? columns / 2 : columns;
    }

    /// No-break blanks, as CLDR puts them into amounts, have done their work once lines are broken.
    private static PaperPiece line(String text, Emphasis emphasis) {
        String plain = text.replaceAll("[\\u00A0\\u202F]", " ");
        return new PaperPiece.Line(plain.stripTrailing(), emphasis);
    }

    private static String aligned(String text, Align align, int width) {
        int free = Math.max(0, width - length(text));
        return switch (align) {
            case LEFT -> text;
            case CENTER -> " ".repeat(free / 2) + text;
            case RIGHT -> " ".repeat(free) + text;
        };
    }

    /// The text in pieces of at most `width` characters, broken at blanks where there is one; the
    /// indentation of the first piece is kept for all.
    private static List<String> wrap(String text, int width) {
        String indent =
                " ".repeat(Math.min(text.length() - text.stripLeading().length(), width / 2));
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            boolean first = line.length() == indent.length();
            if (!first && length(line) + 1 + length(rest) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            while (length(indent) + length(rest) > width) {
                int cut = rest.offsetByCodePoints(0, width - indent.length());
                lines.add(indent + rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(first ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int longestWord(String text) {
        return Stream.of(text.strip().split("\\s+", -1))
                .mapToInt(PaperLayout::length)
                .max()
                .orElse(0);
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
