package kmmotos.installers.till;

import java.nio.file.Path;
import java.util.Set;
import kmmotos.desktop.FolderInUse;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.journal.JournalDamaged;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.stores.OpeningProgress.Step;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;

/// `km rebuild-from-journal`: makes a till's database anew; the old file is kept beside it.
public final class RebuildFromJournal {
    private static final Command COMMAND =
            new Command(
                    "Usage: ./km rebuild-from-journal [--folder FOLDER]",
                    Set.of("--folder"),
                    Set.of());

    private RebuildFromJournal() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, arguments, options -> rebuild(terminal, options)));
    }

    private static boolean rebuild(Terminal terminal, Options options) {
        Path folder =
                options.text("--folder")
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".kmmotos", "till"));
        TillConfig config = TillConfig.of(folder);
        if (!config.folder().isEnrolled()) {
            throw new IllegalArgumentException(folder + " holds no enrolled till.");
        }
        StepTimes times = new StepTimes();
        try {
            Till.rebuildFromJournal(config, times);
            times.end();
        } catch (FolderInUse | JournalDamaged | StorageFailed e) {
            throw new Command.Refused(e);
        }
        terminal.say("The database in " + folder + " was made anew from the journal.");
        terminal.say("  records of the kept snapshot: " + times.text(Step.CATALOGUE));
        terminal.say("  facts of the journal: " + times.text(Step.FACTS));
        return true;
    }
}
