package kmmotos.model.stores;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The identity a till was given when it was enrolled.
public record DeviceId(@JsonValue UUID value) {

    @JsonCreator
    public DeviceId {}

    public static DeviceId parse(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
