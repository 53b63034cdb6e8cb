package kmmotos.desktop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kmmotos.desktop.sync.Rung;

/// A till in a process of its own that sells until it is killed, and tells each receipt it would
/// print.
final class SellingProcess {
    private SellingProcess() {}

    /// @param args the folder, and the file that gets a line for each receipt
    public static void main(String[] args) throws IOException {
        try (Till till = TestTill.open(Path.of(args[0]));
                FileChannel receipts =
                        FileChannel.open(
                                Path.of(args[1]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            for (int i = 0; ; i++) {
                var sale = Rung.recorded(till, Rung.PAD, 1);
                receipts.write(
                        java.nio.ByteBuffer.wrap(
                                (sale.receiptNumber() + "\n").getBytes(StandardCharsets.UTF_8)));
                if (i % 3 == 0) {
                    till.recorder().project();
                }
            }
        }
    }
}
