package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;

/// `./km drill`: faults that happen to real processes, and what came of them.
public enum Drill {
    RESTORE("the database is destroyed and put back from base backup and archive"),
    FAILOVER("a standby without the newest sales takes over"),
    TILL_KILL("a till is killed while it writes a sale down and while it sends it"),
    SERVER_KILL("the server is killed while it takes a sale in"),
    FREEZE("till and server are stopped in the middle of an upload and go on later"),
    LINE("a line that is cut, slow, half open, drips, doubles and loses"),
    NETWORK("a shop's own network, whose link fails without a word"),
    NEIGHBOURS("two tills of a shop work for each other, and both break"),
    LEASES("gift cards, credit and coupons, with the line cut, tills killed and one copied"),
    FULL_DISK("the disks of a till's journal and of the server's database run full");

    private static final Command COMMAND =
            new Command(
                    """
                    Usage: ./km drill [NAME ...] [--sales N] [--rounds N] [--seed N]     (without a name: all)
                      %s
                    Each starts tills and a server as processes, makes things go wrong, and checks that every receipt is at head office once.
                    They need what they need (PostgreSQL 15's programs, root): what is missing is said, and the drill passed over.\
                    """
                            .formatted(names()),
                    Set.of("--sales", "--rounds", "--seed"),
                    Set.of());

    private final String story;

    Drill(String story) {
        this.story = story;
    }

    public static void main(String[] args) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, args, options -> runAll(terminal, options)));
    }

    private static boolean runAll(Terminal terminal, Options options) {
        List<Drill> wanted =
                options.words().isEmpty()
                        ? List.of(values())
                        : options.words().stream().map(Drill::named).toList();
        boolean right = true;
        for (Drill drill : wanted) {
            terminal.say(drill + ": " + drill.story);
            String missing = drill.missing();
            if (missing.isEmpty()) {
                Outcome outcome = drill.run(scaleOf(options));
                terminal.say("  " + outcome);
                right &= outcome.right();
            } else {
                terminal.say("  passed over: " + missing);
            }
        }
        return right;
    }

    /// How long a drill is to last.
    ///
    /// @param sales how much each till sells in each part of a restore or failover
    /// @param rounds how often each fault is met
    /// @param points at how many points something is killed
    /// @param seed decides what is left to chance
    public record Scale(int sales, int rounds, int points, long seed) {
        /// As the test suite has time for.
        public static final Scale SHORT = new Scale(35, 1, 3, 1);
    }

    private static Scale scaleOf(Options options) {
        return new Scale(
                options.number("--sales", 40),
                options.number("--rounds", 3),
                Integer.MAX_VALUE,
                options.number("--seed", 1));
    }

    /// What this machine lacks for the drill, in words; empty if it can be run.
    public String missing() {
        return switch (this) {
            case RESTORE, FAILOVER, SERVER_KILL, LEASES -> postgres();
            case FULL_DISK ->
                    SmallDisk.canBeHad() ? postgres() : "only root may mount a file system";
            case NETWORK ->
                    ShopNetwork.canBeHad()
                            ? ""
                            : "this needs root, a Linux with network namespaces, and iproute2";
            case TILL_KILL, FREEZE, LINE, NEIGHBOURS -> "";
        };
    }

    private static String postgres() {
        return PostgresCluster.toolsAreHere()
                ? ""
                : "there is no PostgreSQL in "
                        + PostgresCluster.TOOLS
                        + "; install postgresql-15 or set KM_POSTGRES_BIN";
    }

    /// Runs it in a folder of its own, which is removed if all is well.
    public Outcome run(Scale scale) {
        Path folder = PostgresCluster.folder();
        try {
            Outcome outcome = run(folder, Clock.systemUTC(), scale);
            if (outcome.right()) {
                Shell.run(List.of("rm", "-rf", folder.toString()));
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(Path folder, Clock clock, Scale scale) throws IOException {
        return switch (this) {
            case RESTORE -> RestoreDrill.run(folder, clock, scale.sales());
            case FAILOVER -> FailoverDrill.run(folder, clock, scale.sales());
            case TILL_KILL -> TillKillDrill.run(folder, clock, scale.seed(), scale.points());
            case SERVER_KILL -> ServerKillDrill.run(folder, clock, scale.seed(), scale.points());
            case FREEZE -> FreezeDrill.run(folder, clock, scale.seed(), scale.rounds());
            case LINE -> LineDrill.run(folder, clock, scale.seed(), scale.rounds());
            case NETWORK -> NetworkDrill.run(folder, clock, scale.seed(), scale.rounds());
            case NEIGHBOURS -> NeighboursDrill.run(folder, clock);
            case LEASES -> LeaseDrill.run(folder, clock);
            case FULL_DISK -> FullDiskDrill.run(folder, clock);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Drill named(String word) {
        return Arrays.stream(values())
                .filter(drill -> drill.toString().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no drill \"" + word + "\"."));
    }

    private static String names() {
        return Arrays.stream(values()).map(Drill::toString).collect(Collectors.joining(" "));
    }
}
