package kmmotos.desktop.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import kmmotos.model.sync.Json;

/// A model record as the JSON text of a column.
public final class JsonText {
    private JsonText() {}

    public static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
        }
    }

    public static <T> T read(String text, Class<T> type) {
        try {
            return Json.MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new StorageFailed(
                    "a stored %s can't be read: %s"
                            .formatted(type.getSimpleName(), e.getOriginalMessage()),
                    e);
        }
    }
}
