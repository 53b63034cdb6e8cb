package kmmotos.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import kmmotos.desktop.ui.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMapTest {
    @TempDir Path folder;

    private KeyMap read(String json) throws IOException {
        Files.writeString(folder.resolve("counter-keys.json"), json);
        return KeyMapStore.in(folder).read();
    }

    @Test
    void withoutAFileTheUsualKeysHold() {
        assertThat(KeyMapStore.in(folder).read()).isEqualTo(KeyMap.USUAL);
        assertThat(KeyMap.USUAL.troubles()).isEmpty();
        assertThat(KeyMap.USUAL.key(CounterKey.TOTAL)).isEqualTo("F12");
    }

    @Test
    void twoActionsMayChangePlaces() throws IOException {
        KeyMap keys = read("{\"park\": \"F11\", \"pickup\": \"F4\"}");
        assertThat(keys.troubles()).isEmpty();
        assertThat(keys.key(CounterKey.PARK)).isEqualTo("F11");
        assertThat(keys.key(CounterKey.PICKUP)).isEqualTo("F4");
        assertThat(new Texts(Locale.ENGLISH, keys).get("sales.park.done", "R$ 5"))
                .isEqualTo("Parked (R$ 5). F11 brings it back.");
    }

    @Test
    void aKeyThatMeansTwoThingsInOneStateIsNotTaken() throws IOException {
        KeyMap keys = read("{\"park\": \"F6\"}");
        assertThat(keys.key(CounterKey.PARK)).isEqualTo("F4");
        assertThat(keys.key(CounterKey.CARD)).isEqualTo("F6");
        assertThat(keys.troubles())
                .containsExactly(new KeyTrouble.Twice(CounterKey.PARK, "F6", CounterKey.CARD));
    }

    @Test
    void actionsOfDifferentStatesMayShareAKey() throws IOException {
        KeyMap keys = read("{\"reverse\": \"Ctrl+Y\"}");
        assertThat(keys.troubles()).isEmpty();
        assertThat(keys.key(CounterKey.REVERSE)).isEqualTo(keys.key(CounterKey.CARD_WAS_TAKEN));
    }

    @Test
    void whatTheWindowAScannerOrNobodyHasIsNotTaken() throws IOException {
        KeyMap keys =
                read("{\"park\": \"Ctrl+4\", \"card\": \"7\", \"why\": \"F99\", \"lock\": \"\"}");
        assertThat(keys.keys()).isEqualTo(KeyMap.USUAL.keys());
        assertThat(keys.troubles())
                .containsExactlyInAnyOrder(
                        new KeyTrouble.Reserved(CounterKey.PARK, "Ctrl+4"),
                        new KeyTrouble.Scanned(CounterKey.CARD, "7"),
                        new KeyTrouble.NoKey(CounterKey.WHY, "F99"),
                        new KeyTrouble.NoKey(CounterKey.LOCK, ""));
    }

    @Test
    void aChainOfConflictsEndsWithTheUsualKeys() {
        KeyMap keys =
                KeyMap.of(
                        Map.of(
                                CounterKey.PARK, "F6",
                                CounterKey.CARD, "F7",
                                CounterKey.ACCOUNT, "F7"));
        assertThat(keys.keys()).isEqualTo(KeyMap.USUAL.keys());
        assertThat(keys.troubles()).isNotEmpty();
    }

    @Test
    void aFileThatIsNoJsonKeepsTheTillSelling() throws IOException {
        assertThat(read("{nonsense")).isEqualTo(KeyMap.USUAL);
        assertThat(read("[]")).isEqualTo(KeyMap.USUAL);
    }

    @Test
    void onlyWhatDiffersIsWritten() throws IOException {
        KeyMapStore store = KeyMapStore.in(folder);
        store.write(KeyMap.USUAL.with(CounterKey.PARK, "Ctrl+P"));
        assertThat(Files.readString(folder.resolve("counter-keys.json")))
                .contains("park")
                .doesNotContain("F1");
        assertThat(store.read().key(CounterKey.PARK)).isEqualTo("Ctrl+P");
    }
}
