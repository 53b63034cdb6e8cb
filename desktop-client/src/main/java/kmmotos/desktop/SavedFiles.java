package kmmotos.desktop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import kmmotos.desktop.ui.Messages;
import kmmotos.desktop.ui.Workplace;

/// Files that people save where they like.
record SavedFiles(Workplace workplace, Messages messages) {

    /// Writes a file.
    interface Writing {
        void write(Path file) throws IOException;
    }

    /// Where they want a file; empty if they changed their mind.
    Optional<Path> choose(String name) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(Window.getWindows().getFirst()))
                .map(File::toPath);
    }

    /// Writes a file aside, and says with `words` and `.saved` or `.not_saved` how it went.
    void save(String name, Writing writing, String words) {
        choose(name)
                .ifPresent(file ->
                        workplace
                                .background()
                                .run(
                                        () -> {
                                            writing.write(file);
                                            return file;
                                        },
                                        saved -> messages.done(text(words + ".saved", saved)),
                                        _ -> messages.problem(text(words + ".not_saved", file))));
    }

    private String text(String key, Path file) {
        return workplace.texts().get(key, file);
    }
}
