package kmmotos.desktop.devices.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a print job as a printer would and tells what is on the paper: one string for each line,
/// with what stands out in front of it (`<center><bold>Thank you`), and `<qr ...>`, `<barcode
/// ...>`, `<drawer>`, `<cut>`. A command it doesn't know is an error.
public final class PaperDecoder {

    private final ByteBuffer job;
    private final List<String> paper = new ArrayList<>();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private Charset charset = CodePage.PC850.charset();
    private String align = "";
    private boolean bold;
    private boolean large;
    private boolean underline;
    private String style = "";
    private String qrCode = "";

    private PaperDecoder(byte[] job) {
        this.job = ByteBuffer.wrap(job);
    }

    public static List<String> decode(byte[] job) {
        return new PaperDecoder(job).read();
    }

    private List<String> read() {
        while (job.hasRemaining()) {
            int value = next();
            switch (value) {
                case 0x1B -> escape(next());
                case 0x1D -> group(next());
                case 0x10 -> skip(2);
                case '\n' -> endLine();
                case '\r' -> {}
                default -> letter(value);
            }
        }
        if (letters.size() > 0) {
            endLine();
        }
        return paper;
    }

    private void escape(int command) {
        switch (command) {
            case '@' -> resetStyle();
            case 't' -> charset = charset(next());
            case 'a' -> align = List.of("", "<center>", "<right>").get(next() & 3);
            case 'E' -> bold = (next() & 1) == 1;
            case '!' -> printMode(next());
            case '-' -> underline = (next() & 3) > 0;
            case 'M' -> next();
            case 'd' -> paper.add("<feed %d>".formatted(next()));
            case 'p' -> {
                skip(3);
                paper.add("<drawer>");
            }
            default -> throw new AssertionError("ESC %02x is unknown".formatted(command));
        }
    }

    private void group(int command) {
        switch (command) {
            case 'V' -> {
                next();
                paper.add("<cut>");
            }
            case 'h', 'w', 'H', 'r' -> next();
            case 'k' -> barcode();
            case '(' -> qrCode();
            default -> throw new AssertionError("GS %02x is unknown".formatted(command));
        }
    }

    private void barcode() {
        if (next() != 73) {
            throw new AssertionError("not a CODE128");
        }
        paper.add("<barcode " + ascii(next()) + ">");
    }

    private void qrCode() {
        if (next() != 'k') {
            throw new AssertionError("not a two-dimensional code");
        }
        byte[] body = bytes(next() | next() << 8);
        switch (body[1]) {
            case 'A', 'C', 'E' -> {}
            case 'P' -> qrCode = new String(body, 3, body.length - 3, charset);
            case 'Q' -> paper.add(align + "<qr " + qrCode + ">");
            default -> throw new AssertionError("QR function %02x is unknown".formatted(body[1]));
        }
    }

    private void printMode(int mode) {
        bold = (mode & 0x08) != 0;
        large = (mode & 0x30) == 0x30;
    }

    private void resetStyle() {
        align = "";
        printMode(0);
    }

    private static Charset charset(int number) {
        for (CodePage page : CodePage.values()) {
            if (page.number() == number) {
                return page.charset();
            }
        }
        throw new AssertionError("code page %d is unknown".formatted(number));
    }

    private void letter(int value) {
        if (value < ' ') {
            throw new AssertionError("control character %02x".formatted(value));
        }
        style =
                align
                        + (large ? "<large>" : "")
                        + (bold ? "<bold>" : "")
                        + (underline ? "<underline>" : "");
        letters.write(value);
    }

    private void endLine() {
        paper.add(letters.size() == 0 ? "" : style + letters.toString(charset));
        letters.reset();
    }

    private String ascii(int length) {
        return new String(bytes(length), StandardCharsets.US_ASCII);
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        job.get(bytes);
        return bytes;
    }

    private void skip(int length) {
        job.position(job.position() + length);
    }

    private int next() {
        return job.get() & 0xFF;
    }
}
