package kmmotos.desktop.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.storage.StorageFailed;

/// The newest snapshot as the till keeps it to build its tables anew, and the one that is being
/// fetched.
final class KeptSnapshot {
    private final Disk disk;
    private final TillFolder folder;

    KeptSnapshot(Disk disk, TillFolder folder) {
        this.disk = disk;
        this.folder = folder;
    }

    boolean isThere() {
        return disk.exists(folder.snapshot());
    }

    TillFolder folder() {
        return folder;
    }

    /// Fetches a snapshot beside the one that is kept.
    ///
    /// @param incarnation the till's journal now
    Reply<Long> fetch(SyncServer server, UUID incarnation, SyncProgress progress) {
        try {
            disk.createFolders(Disk.folderOf(loading()));
            try (OutputStream into = disk.output(loading())) {
                return server.snapshot(incarnation, into, progress);
            }
        } catch (IOException e) {
            return new Reply.Unreachable<>("the snapshot can't be written: " + e);
        }
    }

    /// From now on the one that was fetched is kept.
    void keep() {
        try {
            disk.moveDurably(loading(), folder.snapshot());
        } catch (IOException e) {
            throw new StorageFailed("the snapshot can't be kept: " + e, e);
        }
    }

    BufferedReader fetched() throws IOException {
        return reader(loading());
    }

    BufferedReader kept() throws IOException {
        return reader(folder.snapshot());
    }

    private Path loading() {
        return folder.snapshot().resolveSibling("loading.ndjson.gz");
    }

    private BufferedReader reader(Path path) throws IOException {
        InputStream file = disk.input(path);
        try {
            return new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
