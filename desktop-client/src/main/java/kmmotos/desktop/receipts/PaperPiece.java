package kmmotos.desktop.receipts;

import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// One piece of a [Slip] laid out for a paper width: ready to print, nothing left to decide.
public sealed interface PaperPiece {

    /// A line of text, already padded to its place; a LARGE character takes two columns.
    record Line(String text, Emphasis emphasis) implements PaperPiece {}

    /// A centred CODE128 barcode with its text beneath.
    record Barcode(String text) implements PaperPiece {}

    /// A centred QR code.
    record QrCode(String text) implements PaperPiece {}
}
