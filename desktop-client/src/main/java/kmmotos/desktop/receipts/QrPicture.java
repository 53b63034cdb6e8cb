package kmmotos.desktop.receipts;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;

/// A QR code on the screen, as a printer draws it on paper.
final class QrPicture {
    private static final double WIDTH = 210;

    private QrPicture() {}

    static Canvas of(String text) {
        ByteMatrix modules = modules(text);
        double size = Math.max(1, Math.floor(WIDTH / modules.getWidth()));
        var canvas = new Canvas(modules.getWidth() * size, modules.getHeight() * size);
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    pen.fillRect(x * size, y * size, size, size);
                }
            }
        }
        return canvas;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too much for a QR code: " + text.length(), e);
        }
    }
}
