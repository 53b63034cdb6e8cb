package kmmotos.desktop.sync;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where a till keeps what it has.
///
/// @param root holds everything but the marker
/// @param marker beside it, so that it stays when the root is set back to an older copy
public record TillFolder(Path root, Path marker) {
    public static TillFolder at(Path root) {
        Path whole = root.toAbsolutePath().normalize();
        return new TillFolder(whole, whole.resolveSibling(whole.getFileName() + ".marker"));
    }

    public Path journal() {
        return root.resolve("journal");
    }

    /// Without H2's ending.
    public Path database() {
        return root.resolve("database").resolve("till");
    }

    /// Which till this is, and which server it talks to.
    public Path identity() {
        return root.resolve("identity.json");
    }

    public Path deviceKey() {
        return root.resolve("keys").resolve("device.key");
    }

    public Path databaseKey() {
        return root.resolve("keys").resolve("database.key");
    }

    /// The newest snapshot, kept to rebuild the database from.
    public Path snapshot() {
        return root.resolve("snapshot").resolve("newest.ndjson.gz");
    }

    public Path priceLists() {
        return root.resolve("snapshot").resolve("pricelists");
    }

    /// Room left on the disk; 0 if it can't be asked.
    public long freeBytes() {
        return root.toFile().getUsableSpace();
    }

    public boolean isEnrolled() {
        return Files.exists(identity());
    }
}
