package kmmotos.desktop.devices.escpos;

import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperPiece;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.SlipPart.Align;
import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// A slip as one print job: reset, rows, feed, cut.
public record SlipBytes(PaperLayout paper, PrinterFamily family, CodePage codePage) {

    private static final int LINES_TO_THE_KNIFE = 4;

    public byte[] encode(Slip slip) {
        var job = new EscPos(family, codePage).reset();
        for (PaperPiece row : paper.rows(slip)) {
            switch (row) {
                case PaperPiece.Line(String text, Emphasis emphasis) -> line(job, text, emphasis);
                case PaperPiece.Barcode(String text) ->
                        job.align(Align.CENTER).barcode(text).align(Align.LEFT);
                case PaperPiece.QrCode(String text) ->
                        job.align(Align.CENTER)
                                .qrCode(text, dotsPerModule(text))
                                .newLine()
                                .align(Align.LEFT);
            }
        }
        return job.feed(LINES_TO_THE_KNIFE).cut().bytes();
    }

    /// The more a code holds the more modules it has: on 58 mm of paper there are 384 dots.
    private static int dotsPerModule(String text) {
        if (text.length() <= 200) {
            return 6;
        }
        return text.length() <= 700 ? 4 : 3;
    }

    private static void line(EscPos job, String text, Emphasis emphasis) {
        switch (emphasis) {
            case NORMAL -> job.text(text);
            case BOLD -> job.bold(true).text(text).bold(false);
            case LARGE -> job.doubleSize(true).bold(true).text(text).bold(false).doubleSize(false);
        }
        job.newLine();
    }
}
