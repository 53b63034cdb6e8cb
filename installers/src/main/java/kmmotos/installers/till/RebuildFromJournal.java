package kmmotos.installers.till;

import java.nio.file.Path;
import java.util.Set;
import kmmotos.desktop.FolderInUse;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.journal.JournalDamaged;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;

/// `km rebuild-from-journal`: makes a till's database anew; the old file is kept beside it.
public final class RebuildFromJournal {
    private static final String USAGE = "Usage: ./km rebuild-from-journal [--folder FOLDER]";

    private RebuildFromJournal() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        try {
            Options options = Options.parse(arguments, Set.of("--folder"), Set.of());
            Path folder =
                    options.text("--folder")
                            .map(Path::of)
                            .orElse(Path.of(System.getProperty("user.home"), ".kmmotos", "till"));
            TillConfig config = TillConfig.of(folder);
            if (!config.folder().isEnrolled()) {
                throw new IllegalArgumentException(folder + " holds no enrolled till.");
            }
            Till.rebuildFromJournal(config);
            terminal.say("The database in " + folder + " was made anew from the journal.");
        } catch (IllegalArgumentException e) {
            terminal.explain(e);
            terminal.say(USAGE);
            System.exit(2);
        } catch (FolderInUse | JournalDamaged | StorageFailed e) {
            terminal.explain(e);
            System.exit(1);
        }
    }
}
