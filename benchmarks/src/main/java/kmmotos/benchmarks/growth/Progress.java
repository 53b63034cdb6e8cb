package kmmotos.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Terminal;

/// Says what is done as it is done, and stops before the disk is full.
///
/// @param keptFree bytes of the disk that are never used
record Progress(Terminal terminal, Path folder, long keptFree, long begun) {

    static final double GIGABYTE = 1e9;

    static Progress begin(Terminal terminal, Path folder, long keptFree) {
        return new Progress(terminal, folder, keptFree, System.nanoTime());
    }

    void say(String what) {
        terminal.say(
                String.format(
                        Locale.ROOT, "%7.0f s  %s", (System.nanoTime() - begun) / GIGABYTE, what));
    }

    /// Refuses to go on when afterwards less than what is kept would be free.
    ///
    /// @param bytes what the next step needs
    void needs(double bytes, String forWhat) {
        double free = free();
        if (free - bytes < keptFree) {
            throw new Command.Refused(
                    new IllegalStateException(
                            String.format(
                                    Locale.ROOT,
                                    "%s needs about %.1f GB; %s has %.1f GB free, of which %.0f GB"
                                            + " are left alone. All was removed again.",
                                    forWhat,
                                    bytes / GIGABYTE,
                                    folder,
                                    free / GIGABYTE,
                                    keptFree / GIGABYTE)));
        }
    }

    private double free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
