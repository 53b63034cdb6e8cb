package kmmotos.desktop.devices;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import kmmotos.desktop.devices.escpos.CodePage;

/// A vacuum fluorescent display in its ESC/POS mode, as Epson's DM-D and its many clones have it:
/// `ESC @`, code page, `CLR`, then 40 letters that fill both lines.
public record EscPosLineDisplay(DevicePort port) implements LineDisplay {

    private static final CodePage LETTERS = CodePage.PC850;
    private static final byte[] BEGIN = {0x1B, '@', 0x1B, 't', (byte) LETTERS.number(), 0x0C};

    @Override
    public void show(String top, String bottom) {
        var job = new ByteArrayOutputStream();
        job.writeBytes(BEGIN);
        job.writeBytes(line(top));
        job.writeBytes(line(bottom));
        port.send(job.toByteArray());
    }

    private static byte[] line(String text) {
        byte[] letters = LETTERS.encode(text);
        byte[] line = Arrays.copyOf(letters, COLUMNS);
        if (letters.length < COLUMNS) {
            Arrays.fill(line, letters.length, COLUMNS, (byte) ' ');
        }
        return line;
    }
}
