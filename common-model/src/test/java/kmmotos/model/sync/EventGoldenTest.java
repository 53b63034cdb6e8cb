package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.sales.SampleSales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every event version to the bytes it was released with. A golden file is never changed:
/// what a till wrote years ago must still be read, and must still give the same hash.
class EventGoldenTest {

    static Stream<Event> events() {
        return SampleEvents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsItsGoldenBytes(Event event) {
        JournalEntry entry = entry(event);
        assertThat(new String(entry.canonicalBytes(), StandardCharsets.UTF_8))
                .isEqualTo(golden(entry.type() + ".v" + entry.version()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void goldenBytesAreReadAsTheEventAndGiveTheSameHash(Event event) throws Exception {
        JournalEntry entry = entry(event);
        String golden = golden(entry.type() + ".v" + entry.version());
        JournalEntry read = Json.MAPPER.readValue(golden, JournalEntry.class);
        assertThat(read.read()).isEqualTo(new JournalEntry.Reading.Known(event));
        assertThat(read.hashAfter(HashChain.START)).isEqualTo(entry.hashAfter(HashChain.START));
    }

    @Test
    void everyTypeHasASample() {
        List<EventType> types = SampleEvents.all().stream().map(EventType::of).toList();
        assertThat(types).containsExactlyInAnyOrder(EventType.values());
        assertThat(
                        Arrays.stream(EventType.values())
                                .map(type -> type.wireName() + ".v" + type.version()))
                .doesNotHaveDuplicates();
    }

    private static JournalEntry entry(Event event) {
        UUID id = UUID.fromString("01890000-0000-7000-8000-000000000777");
        return JournalEntry.of(id, 12, SampleSales.AT, event);
    }

    private static String golden(String name) {
        try (InputStream file =
                EventGoldenTest.class.getResourceAsStream("/golden/events/" + name + ".json")) {
            assertThat(file).as("golden file %s.json", name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
