package kmmotos.desktop;

import java.nio.file.Path;

/// Opens a till for the first time in a process of its own, which dies in the middle of storing the
/// snapshot.
final class OpeningProcess {
    static final int HALTED = 9;
    private static final int AFTER = 1_000;

    private OpeningProcess() {}

    /// @param args the folder
    public static void main(String[] args) {
        Till.open(
                TestTill.config(Path.of(args[0])),
                (_, done, _) -> {
                    if (done >= AFTER) {
                        // No clean-up at all: as when the power goes.
                        Runtime.getRuntime().halt(HALTED);
                    }
                });
    }
}
