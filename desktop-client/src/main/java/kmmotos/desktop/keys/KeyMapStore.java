package kmmotos.desktop.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import kmmotos.model.sync.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the keys that a store changed in `counter-keys.json` of the till's folder: `{"park":
/// "F11", "pickup": "F4"}`. Only what differs stands there, so the file can be copied to the other
/// tills of a store as it is. What makes no sense counts as not set: a till must start whatever
/// stands in the file.
public final class KeyMapStore {
    private static final Logger log = LoggerFactory.getLogger(KeyMapStore.class);
    private static final long MAX_BYTES = 64L * 1024;

    private final Path file;

    public KeyMapStore(Path file) {
        this.file = file;
    }

    public static KeyMapStore in(Path folder) {
        return new KeyMapStore(folder.resolve("counter-keys.json"));
    }

    public KeyMap read() {
        return KeyMap.of(wanted());
    }

    private Map<CounterKey, String> wanted() {
        Map<CounterKey, String> wanted = new EnumMap<>(CounterKey.class);
        if (!Files.exists(file)) {
            return wanted;
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("more than " + MAX_BYTES + " bytes");
            }
            JsonNode kept = Json.MAPPER.readTree(Files.readString(file));
            for (CounterKey action : CounterKey.values()) {
                if (kept.hasNonNull(action.word())) {
                    wanted.put(action, kept.get(action.word()).asText());
                }
            }
        } catch (IOException unreadable) {
            log.warn("Can't read the keys in {}: using the usual ones", file, unreadable);
        }
        return wanted;
    }

    /// Replaces the file in one step, so that a power cut leaves the old or the new keys.
    public void write(KeyMap keys) {
        var kept = Json.MAPPER.createObjectNode();
        keys.changed().forEach((action, key) -> kept.put(action.word(), key));
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, kept.toPrettyString());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the keys to " + file, failure);
        }
    }
}
