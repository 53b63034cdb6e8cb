package kmmotos.desktop.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where a file is to be written.
public interface SaveFile {

    /// @param name what it is called unless somebody says otherwise
    /// @return empty if nobody wants it any more
    Optional<Path> choose(String name);
}
