package kmmotos.simulation.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Body;

/// A body that does not arrive as it was sent, read by the server's own reader.
final class BrokenBody {

    private static final int LIMIT = UploadBatch.MAX_SINGLE_EVENT_BYTES;
    private static final byte[] BOMB = packed(new byte[2 * LIMIT]);

    private final RandomGenerator random;

    BrokenBody(RandomGenerator random) {
        this.random = random;
    }

    /// @throws kmmotos.server.http.Refusal if the server can't read it; otherwise it has no
    ///   signature that fits
    void arrive(Object message) {
        try {
            byte[] text = Json.MAPPER.writeValueAsBytes(message);
            boolean asItIs = random.nextInt(4) == 0;
            byte[] broken = broken(asItIs ? text : packed(text));
            byte[] content = Body.unpacked(asItIs ? "identity" : "gzip", broken, LIMIT);
            UploadBatch _ = new Body(broken, content).as(UploadBatch.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] broken(byte[] sent) {
        return switch (random.nextInt(8)) {
            case 0 -> BOMB;
            case 1, 2, 3 -> Arrays.copyOf(sent, random.nextInt(sent.length));
            case 4 -> {
                byte[] noise = new byte[1 + random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> {
                byte[] altered = sent.clone();
                altered[random.nextInt(sent.length)] ^= (byte) (1 << random.nextInt(8));
                yield altered;
            }
        };
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
