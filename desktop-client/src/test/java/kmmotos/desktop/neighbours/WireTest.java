package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tills of a shop say to each other. A shop updates one till after the other, so the golden
/// lines are only added to.
class WireTest {

    @ParameterizedTest
    @ValueSource(classes = {Ask.class, Answer.class})
    void everyMessageIsReadAndWrittenAsItAlwaysWas(Class<?> kind) throws IOException {
        List<String> lines = golden(kind);
        for (String line : lines) {
            Object message = Json.MAPPER.readValue(line, kind);
            assertThat(tree(Json.MAPPER.writeValueAsString(message))).isEqualTo(tree(line));
        }
        assertThat(lines.stream().map(line -> read(kind, line).getClass().getSimpleName()))
                .containsAll(
                        Arrays.stream(kind.getAnnotation(JsonSubTypes.class).value())
                                .map(type -> type.value().getSimpleName())
                                .toList());
    }

    @Test
    void aMessageComesThroughWhole() throws IOException {
        for (String line : golden(Ask.class)) {
            Object message = read(Ask.class, line);
            assertThat(Wire.read(Ask.class, in(framed(message)))).isEqualTo(message);
        }
    }

    @Test
    void whateverComesInBreaksOnlyItsOwnConnection() throws IOException {
        Random random = new Random(7);
        List<String> lines = golden(Ask.class);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = framed(read(Ask.class, lines.get(i % lines.size())));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] cut = Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
            try {
                var _ = Wire.read(Ask.class, in(cut));
            } catch (IOException expected) {
                assertThat(expected).isNotNull();
            } catch (RuntimeException | Error e) {
                fail("message " + i + " got through as " + e, e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Wire.MAX_BYTES + 1, Integer.MAX_VALUE})
    void aLengthThatCanNotBeIsRefusedBeforeAnythingIsRead(int length) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
        assertThatThrownBy(() -> Wire.read(Ask.class, in(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    private static byte[] framed(Object message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Wire.write(message, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static <T> T read(Class<T> kind, String line) {
        try {
            return Json.MAPPER.readValue(line, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) throws IOException {
        return Json.MAPPER.readTree(json);
    }

    private static List<String> golden(Class<?> kind) throws IOException {
        String name = kind.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".ndjson";
        try (InputStream in = WireTest.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
