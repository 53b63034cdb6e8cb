package kmmotos.desktop.devices.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/// A printer's character set and its number in `ESC t n` (Epson's numbering, which most follow).
public enum CodePage {
    /// Western Europe of DOS, without the euro sign; every printer has it.
    PC850(2, "IBM850"),
    /// As 850, with the euro sign.
    PC858(19, "IBM00858"),
    /// Western Europe of Windows.
    WPC1252(16, "windows-1252");

    private final int number;
    private final Charset charset;

    CodePage(int number, String charset) {
        this.number = number;
        this.charset = Charset.forName(charset);
    }

    public int number() {
        return number;
    }

    public Charset charset() {
        return charset;
    }

    /// The text in this character set. What the set lacks loses its accent, then becomes "?": a
    /// receipt with a plain letter is better than one with a wrong sign.
    public byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream();
        CharsetEncoder encoder = charset.newEncoder();
        plain(text)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> encoder.canEncode(letter) ? letter : withoutAccent(letter, encoder))
                .forEach(letter -> bytes.writeBytes(letter.getBytes(charset)));
        return bytes.toByteArray();
    }

    private static String withoutAccent(String letter, CharsetEncoder encoder) {
        String base = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return !base.isEmpty() && encoder.canEncode(base) ? base : "?";
    }

    /// Typographic signs as a typewriter has them, accents composed, and no control character: a
    /// product name must not be able to send commands to the printer.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u00A0\\u2007\\u2009\\u202F]", " ")
                .replaceAll("[\\u2018\\u2019\\u2032]", "'")
                .replaceAll("[\\u201C\\u201D\\u2033]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replace("\u2026", "...")
                .replaceAll("\\p{Cc}", " ")
                .replaceAll("\\p{Cf}", "");
    }
}
