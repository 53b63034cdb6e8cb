package kmmotos.server.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kmmotos.server.storage.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartWordsTest {

    @TempDir private Path folder;

    private final PartWords shipped = PartWords.load(Optional.empty());

    @Test
    void wordsOfThreeLanguagesMeanTheSame() {
        assertThat(shipped.meaningsIn("Spark plugs"))
                .isEqualTo(shipped.meaningsIn("vela de ignição"))
                .isEqualTo(shipped.meaningsIn("BUJÍA"))
                .isNotEmpty();
    }

    @Test
    void aPhraseMeansMoreThanItsWords() {
        assertThat(shipped.meaningsIn("front sprocket"))
                .containsAll(shipped.meaningsIn("pinhão"))
                .doesNotContainAnyElementsOf(shipped.meaningsIn("coroa"));
    }

    @Test
    void wordsThatTellNothingAreLeftOutUnlessThereAreNoOthers() {
        assertThat(shipped.telling(List.of("filtro", "de", "oleo")))
                .containsExactly("filtro", "oleo");
        assertThat(shipped.telling(List.of("de", "la"))).containsExactly("de", "la");
    }

    @Test
    void aChainAddsItsOwnWords() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("words.txt"), "# ours\nvela, faísca\nignore: brother\n");

        PartWords words = PartWords.load(Optional.of(file));

        assertThat(words.meaningsIn("faiscas")).isNotEmpty().isSubsetOf(words.meaningsIn("vela"));
        assertThat(words.telling(List.of("vela", "brother"))).containsExactly("vela");
        assertThat(words.fingerprint()).isNotEqualTo(shipped.fingerprint());
    }

    @Test
    void aFileThatCantBeReadIsToldAtTheStart() {
        assertThatThrownBy(() -> PartWords.load(Optional.of(folder.resolve("nowhere.txt"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("km.search.words");
    }
}
