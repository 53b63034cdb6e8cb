package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final int LIMIT = 50_000;

    /// Its last part tells its own length only.
    @Test
    void aPackedBodyOfTwoPartsIsReadWhole() throws IOException {
        byte[] both = new byte[] {1, 1, 1, 2};
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(packed(Arrays.copyOf(both, 3)));
        sent.writeBytes(packed(new byte[] {2}));

        assertThat(Body.unpacked("gzip", sent.toByteArray(), LIMIT)).isEqualTo(both);
    }

    @Test
    void aPackedBodyMayBeAsLongAsTheLimit() throws IOException {
        assertThat(Body.unpacked("gzip", packed(new byte[LIMIT]), LIMIT)).hasSize(LIMIT);
    }

    @Test
    void whatIsLongerThanTheLimitIsRefusedWhateverItAnnounces() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(packed(new byte[LIMIT]));
        sent.writeBytes(packed(new byte[] {2}));

        assertThatThrownBy(() -> Body.unpacked("gzip", sent.toByteArray(), LIMIT))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Body.unpacked("gzip", packed(new byte[LIMIT + 1]), LIMIT))
                .isInstanceOf(Refusal.class);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
