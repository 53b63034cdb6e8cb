package kmmotos.installers.terminal;

import java.util.List;
import java.util.Set;
import kmmotos.server.storage.StartRefused;

/// A command of `./km`: what it takes and how it is explained.
///
/// @param named options that are followed by a value
/// @param flags options that stand alone
public record Command(String usage, Set<String> named, Set<String> flags) {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    public Command {
        named = Set.copyOf(named);
        flags = Set.copyOf(flags);
    }

    /// What a command does; answers whether all is well.
    @FunctionalInterface
    public interface Work {
        boolean run(Options options);
    }

    /// The command can't do it; the message is one sentence for the person who gave it.
    public static final class Refused extends RuntimeException {
        public Refused(RuntimeException why) {
            super(why.getMessage(), why);
        }
    }

    /// Runs the command and answers the exit code of the process: 0 when all is well, 1 when it is
    /// not, 2 when the command could not be followed as it was given.
    public int run(Terminal terminal, String[] arguments, Work work) {
        if (List.of(arguments).contains("--help")) {
            terminal.say(usage);
            return DONE;
        }
        try {
            return work.run(Options.parse(arguments, named, flags)) ? DONE : FAILED;
        } catch (IllegalArgumentException e) {
            terminal.explain(e);
            terminal.complain(usage);
            return REFUSED;
        } catch (Refused | StartRefused e) {
            terminal.explain(e);
            return REFUSED;
        }
    }
}
