package kmmotos.server.backup;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What counts as a backup of the database and how it is looked at.
///
/// @param check the program, with its first arguments, that looks whether base backup and archive
///   are there; for [Proof#ARCHIVE] only
/// @param every how often the server looks
/// @param alarmAfter so long may facts wait for a backup before head office is alarmed
public record BackupPlan(Proof proof, List<String> check, Duration every, Duration alarmAfter) {

    public BackupPlan {
        check = List.copyOf(check);
        if ((proof == Proof.ARCHIVE) == check.isEmpty()) {
            throw new IllegalArgumentException(
                    "km.backup.check names the program that looks at the archive: it is needed"
                            + " with km.backup.proof=archive, and only there");
        }
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("km.backup.every must be more than 0, was " + every);
        }
    }

    /// @param check words with blanks between
    public static BackupPlan of(Proof proof, String check, Duration every, Duration alarmAfter) {
        List<String> words =
                Arrays.stream(check.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
        return new BackupPlan(proof, words, every, alarmAfter);
    }
}
