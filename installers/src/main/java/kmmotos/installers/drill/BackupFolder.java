package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Base backups and archive as an operator has them: the `km-backup` of the package and a folder.
final class BackupFolder {
    private final Path script;
    private final Path folder;

    BackupFolder(Path inside) {
        this.script = inside.resolve("km-backup");
        this.folder = inside.resolve("backup");
        try {
            Path source = Path.of(System.getenv().getOrDefault("KM_HOME", ".."));
            Files.copy(source.resolve("installers/package/server/km-backup"), script);
            Shell.run(List.of("chmod", "755", script.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String archiveCommand() {
        return script + " " + folder + " wal %p %f";
    }

    String restoreCommand() {
        return script + " " + folder + " get %f %p";
    }

    String check() {
        return script + " " + folder + " check";
    }

    /// Takes a base backup and verifies it.
    Path take(PostgresCluster cluster) {
        List<String> command =
                new ArrayList<>(PostgresCluster.as(script.toString(), folder.toString(), "base"));
        String said =
                Shell.run(
                        command,
                        Map.of(
                                "PGHOST",
                                "127.0.0.1",
                                "PGPORT",
                                Integer.toString(cluster.port()),
                                "PGUSER",
                                "postgres",
                                "KM_POSTGRES_BIN",
                                PostgresCluster.TOOLS.toString()));
        return folder.resolve("base").resolve(said.lines().toList().getLast().strip());
    }
}
