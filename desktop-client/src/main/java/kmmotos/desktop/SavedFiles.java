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

    /// Writes a file aside, and says how it went.
    ///
    /// @param saved the sentence for it, as `notSaved` the one for the other case
    void save(String name, Writing writing, String saved, String notSaved) {
        choose(name)
                .ifPresent(file ->
                        workplace
                                .background()
                                .run(
                                        () -> {
                                            writing.write(file);
                                            return file;
                                        },
                                        written -> messages.done(text(saved, written)),
                                        _ -> messages.problem(text(notSaved, file))));
    }

    private String text(String key, Path file) {
        return workplace.texts().get(key, file);
    }
}
