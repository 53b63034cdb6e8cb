package kmmotos.desktop.devices.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import kmmotos.desktop.receipts.SlipPart.Align;
import kmmotos.model.returns.SignedReceipt;

/// Writes ESC/POS commands, as Epson documents them and the usual printers understand them.
public final class EscPos {

    /// One QR code of letters and digits; more doesn't fit the paper at a readable size.
    public static final int MAX_QR_BYTES = SignedReceipt.MAX_TEXT;

    /// One barcode on 80 mm paper at two dots for each module.
    public static final int MAX_BARCODE_CHARACTERS = 32;

    /// Starts a GS1-128 barcode and separates its elements.
    public static final char FNC1 = '\u001D';

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

    private final PrinterFamily family;
    private final CodePage codePage;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public EscPos(PrinterFamily family, CodePage codePage) {
        this.family = family;
        this.codePage = codePage;
    }

    /// For a printer that needs no greeting.
    public EscPos(CodePage codePage) {
        this(PrinterFamily.EPSON, codePage);
    }

    /// What the make of printer wants to hear first.
    public EscPos greet() {
        bytes.writeBytes(family.greeting());
        return this;
    }

    /// Forgets what an earlier job left set, then chooses the character set.
    public EscPos reset() {
        return put(ESC, '@').greet().selectCodePage();
    }

    public EscPos selectCodePage() {
        return put(ESC, 't', codePage.number());
    }

    public EscPos align(Align align) {
        return put(
                ESC,
                'a',
                switch (align) {
                    case LEFT -> '0';
                    case CENTER -> '1';
                    case RIGHT -> '2';
                });
    }

    public EscPos bold(boolean on) {
        return put(ESC, 'E', on ? '1' : '0');
    }

    /// Double width and height. It also ends bold, so bold comes after it.
    public EscPos doubleSize(boolean on) {
        return put(ESC, '!', on ? 0x30 : 0x00);
    }

    public EscPos text(String text) {
        bytes.writeBytes(codePage.encode(text));
        return this;
    }

    public EscPos newLine() {
        return put('\n');
    }

    public EscPos feed(int lines) {
        return put(ESC, 'd', lines);
    }

    public EscPos cut() {
        return put(GS, 'V', '0');
    }

    /// The pulse that opens a drawer, the first at connector pin 2, the second at pin 5: 120 ms on,
    /// 240 ms off.
    ///
    /// @param drawer 1 or 2
    public EscPos openDrawer(int drawer) {
        return put(ESC, 'p', drawer - 1, 0x3C, 0x78);
    }

    /// Asks the printer to say when all before this is on paper (`GS r 1`): it answers in its turn.
    public EscPos confirm() {
        return put(GS, 'r', 1);
    }

    /// What the printer answers at once, whatever it is doing; see [PrinterStatus].
    static byte[] statusQuestion(int number) {
        return new byte[] {DLE, EOT, (byte) number};
    }

    /// The drawer's pulse in real time, for a printer that stands still: 200 ms on.
    ///
    /// @param drawer 1 or 2
    public static byte[] drawerNow(int drawer) {
        return new byte[] {DLE, 0x14, 1, (byte) (drawer - 1), 2};
    }

    /// A QR code, model 2, error correction L.
    public EscPos qrCode(String text, int dotsPerModule) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (content.length == 0 || content.length > MAX_QR_BYTES) {
            throw new IllegalArgumentException(
                    "a QR code holds 1..%d bytes, was %d".formatted(MAX_QR_BYTES, content.length));
        }
        put(GS, '(', 'k', 4, 0, '1', 'A', '2', 0);
        put(GS, '(', 'k', 3, 0, '1', 'C', dotsPerModule);
        put(GS, '(', 'k', 3, 0, '1', 'E', '0');
        int length = content.length + 3;
        put(GS, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
        bytes.writeBytes(content);
        return put(GS, '(', 'k', 3, 0, '1', 'Q', '0');
    }

    /// A CODE128 barcode in set B with its text beneath; one that starts with [#FNC1] is a GS1-128.
    public EscPos barcode(String text) {
        if (text.isEmpty() || text.length() > MAX_BARCODE_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a barcode holds 1..%d characters, was %d"
                            .formatted(MAX_BARCODE_CHARACTERS, text.length()));
        }
        String content = "{B" + text.chars().mapToObj(EscPos::code128).reduce("", String::concat);
        put(GS, 'h', 64).put(GS, 'w', 2).put(GS, 'H', 2);
        put(GS, 'k', 73, content.length());
        bytes.writeBytes(content.getBytes(StandardCharsets.US_ASCII));
        return newLine();
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private static String code128(int letter) {
        if (letter == FNC1) {
            return "{1";
        }
        if (letter < ' ' || letter > '~') {
            throw new IllegalArgumentException(
                    "a barcode holds printable ASCII, was U+%04X".formatted(letter));
        }
        return letter == '{' ? "{{" : Character.toString(letter);
    }

    private EscPos put(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }
}
