package kmmotos.installers.till;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.journal.OldJournal;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.api.ServerRefused;
import kmmotos.installers.api.ServerUnreachable;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.stores.DeviceId;

/// `km import-journal`: shows what an old till's disk holds and sends what the server lacks. The
/// disk is only read.
public final class ImportJournal {
    private static final Command COMMAND =
            new Command(
                    "Usage: ./km import-journal --folder FOLDER --server URL --login NAME [--till DEVICE]"
                            + " [--send]\n"
                            + "FOLDER is an old till's folder or a second copy of its journal. Without"
                            + " --send it only shows\nwhat is there. The password comes from KM_PASSWORD."
                            + " A manager may bring what the till's own key\nsigns; a second copy has no"
                            + " key, so that takes head office.",
                    Set.of("--folder", "--server", "--login", "--till"),
                    Set.of("--send"));

    private ImportJournal() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, arguments, options -> run(terminal, options)));
    }

    private static boolean run(Terminal terminal, Options options) {
        Path folder = Path.of(needed(options, "--folder"));
        String password =
                Optional.ofNullable(System.getenv("KM_PASSWORD"))
                        .orElseThrow(() -> new IllegalArgumentException("KM_PASSWORD is not set."));
        try (ServerApi api = ServerApi.at(needed(options, "--server"))) {
            OldDisk disk = OldDisk.read(folder, options.text("--till").map(DeviceId::parse));
            ServerApi office = api.signedIn("/api/admin/v1", needed(options, "--login"), password);
            return show(terminal, disk, office, options.has("--send"));
        } catch (ServerRefused | ServerUnreachable | JournalFailed | StorageFailed e) {
            throw new Command.Refused(e);
        }
    }

    private static String needed(Options options, String name) {
        return options.text(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing."));
    }

    private static boolean show(Terminal terminal, OldDisk disk, ServerApi office, boolean send) {
        terminal.say(
                "Till %s%s"
                        .formatted(
                                disk.device(),
                                disk.isSigned()
                                        ? ""
                                        : " (its key is not here: nothing is signed)"));
        boolean complete = true;
        for (OldJournal journal : disk.journals()) {
            complete &= show(terminal, disk, journal, disk.have(office, journal.incarnation()));
            if (send && complete) {
                terminal.say("  sent %d".formatted(disk.send(office, journal)));
            }
        }
        return complete;
    }

    /// @return whether it continues what the server has
    private static boolean show(Terminal terminal, OldDisk disk, OldJournal journal, long have) {
        terminal.say(
                "journal %s: facts %d to %d, %d receipts; the server lacks %d"
                        .formatted(
                                journal.incarnation(),
                                journal.firstSeq(),
                                journal.endSeq(),
                                disk.receipts(journal),
                                Math.max(0, journal.endSeq() - have)));
        if (journal.beyond() > 0) {
            terminal.say(
                    "  %d more facts stand behind a damaged place and can't be proved"
                            .formatted(journal.beyond()));
        }
        boolean continues = have >= journal.firstSeq() - 1;
        if (!continues) {
            terminal.complain(
                    "  facts %d to %d are neither here nor at the server; look for them in a second copy, and bring that first"
                            .formatted(have + 1, journal.firstSeq() - 1));
        }
        return continues;
    }
}
