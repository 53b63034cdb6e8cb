package kmmotos.desktop;

import java.nio.file.Path;

/// Another program works in the till's folder.
public final class FolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super(
                "the data folder %s is in use: another till window works in it. Close that one first"
                        .formatted(folder));
    }
}
