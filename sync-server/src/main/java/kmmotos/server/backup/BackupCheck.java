package kmmotos.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks the operator's program whether a verified base backup and all of the log from there up to
/// one piece of it are in the archive. Exit code 0 is yes; the first line it writes says which
/// backup it is, or what is wrong.
record BackupCheck(List<String> program, Duration patience) {

    private static final int MOST_SAID = 300;

    /// @param file the last piece of the log that must be there
    /// @param fileBytes how large a whole one is
    Finding upTo(String file, long fileBytes) throws InterruptedException {
        try {
            Path said = Files.createTempFile("km-backup-check", ".txt");
            try {
                return run(file, fileBytes, said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            return new Finding.Broken("The check " + program + " can't be run: " + e.getMessage());
        }
    }

    private Finding run(String file, long fileBytes, Path said)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(file);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("KM_WAL_FILE_BYTES", Long.toString(fileBytes));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Finding.Broken(
                        "The check " + program + " did not end within " + patience + ".");
            }
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() == 0
                ? new Finding.Proven(firstLine(said))
                : new Finding.Broken(
                        "The check says: "
                                + firstLine(said)
                                + " (exit "
                                + process.exitValue()
                                + ")");
    }

    private static String firstLine(Path said) {
        try (var lines = Files.lines(said, StandardCharsets.UTF_8)) {
            String line =
                    lines.map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
            return line.substring(0, Math.min(line.length(), MOST_SAID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
