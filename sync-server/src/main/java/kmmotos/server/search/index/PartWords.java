package kmmotos.server.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kmmotos.server.storage.StartRefused;

/// Words and phrases of parts that mean the same: `pastilha, pad, pastilla`, in the file
/// `part-words.txt` and one that a chain may add to it.
///
/// Each line is one meaning, its words and phrases with commas between; `#` begins a remark. A line
/// that begins with `ignore:` names words that tell nothing, such as `de`.
public final class PartWords {

    /// The most words of a phrase.
    public static final int MAX_PHRASE = 4;

    private static final String SHIPPED = "part-words.txt";
    private static final String IGNORE = "ignore:";
    private static final int SHORTEST_PLURAL = 4;

    private final Map<String, Set<String>> meanings = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final String fingerprint;

    private PartWords(List<String> lines) {
        lines.forEach(this::read);
        fingerprint = Integer.toHexString(lines.hashCode());
    }

    /// @param own a chain's own file, beside the one that is shipped
    public static PartWords load(Optional<Path> own) {
        List<String> lines = new ArrayList<>(shipped());
        own.ifPresent(file -> {
            try {
                lines.addAll(Files.readAllLines(file));
            } catch (IOException e) {
                throw new StartRefused(
                        "The file " + file + " of km.search.words can't be read.", e);
            }
        });
        return new PartWords(lines);
    }

    /// Changes when the words do: an index that was made with others is made anew.
    String fingerprint() {
        return fingerprint;
    }

    /// The words that tell something; all of them if none does.
    public List<String> telling(List<String> plain) {
        List<String> telling = plain.stream().filter(word -> !ignored.contains(word)).toList();
        return telling.isEmpty() ? plain : telling;
    }

    /// What a phrase of plain words means.
    public Set<String> meanings(List<String> phrase) {
        return meanings.getOrDefault(key(phrase), Set.of());
    }

    /// What the words and phrases of a text mean.
    Set<String> meaningsIn(String text) {
        List<String> words = telling(Words.plain(text));
        Set<String> all = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MAX_PHRASE); to++) {
                all.addAll(meanings(words.subList(from, to)));
            }
        }
        return all;
    }

    private void read(String line) {
        String text = line.replaceFirst("#.*", "").strip();
        if (text.startsWith(IGNORE)) {
            ignored.addAll(Words.plain(text.substring(IGNORE.length())));
            return;
        }
        String meaning = "";
        for (String phrase : text.split(",", -1)) {
            String key = key(telling(Words.plain(phrase)));
            if (!key.isEmpty()) {
                meaning = meaning.isEmpty() ? key : meaning;
                meanings.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(meaning);
            }
        }
    }

    private static String key(List<String> phrase) {
        return String.join(" ", phrase.stream().map(PartWords::singular).toList());
    }

    /// Near enough in all three languages; what it makes of a word is compared with itself only.
    private static String singular(String word) {
        return word.length() >= SHORTEST_PLURAL && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static List<String> shipped() {
        try (InputStream in =
                Objects.requireNonNull(PartWords.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
