package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Keeps the same segment files in another folder, a moment behind and on a thread of its own: a
/// slow or missing USB stick never slows a sale.
final class SecondCopy implements AutoCloseable {
    private static final int CLOSE_SECONDS = 5;

    private final Disk disk;
    private final Path folder;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("journal-copy").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile @Nullable String problem;
    private volatile @Nullable Following following;

    SecondCopy(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /// Copies what is missing and goes on with the newest of these segments.
    void follow(String incarnation, List<Segment> segments) {
        List<Path> files = segments.stream().map(Segment::file).toList();
        Path into = folder.resolve(incarnation);
        Following next = new Following(segments.getLast(), files, into);
        thread.execute(() -> guarded(() -> copyAll(next)));
    }

    void catchUp() {
        if (waiting.compareAndSet(false, true)) {
            thread.execute(() -> guarded(this::copyNewest));
        }
    }

    private void copyAll(Following next) throws IOException {
        Following before = following;
        following = next;
        disk.createFolders(next.folder);
        for (Path file : next.files) {
            boolean grew = before != null && before.segment.file().equals(file);
            Path copy = next.folder.resolve(file.getFileName());
            if (!disk.exists(copy) || grew || next.files.getLast().equals(file)) {
                disk.copy(file, copy);
            }
        }
        next.isBegun = true;
    }

    /// Begins anew if the copy's folder was missing: the stick may be back.
    private void copyNewest() throws IOException {
        waiting.set(false);
        Following now = following;
        if (now != null && now.isBegun) {
            now.copyOn(disk);
        } else if (now != null) {
            copyAll(now);
        }
    }

    private void guarded(Copying copying) {
        try {
            copying.run();
            problem = null;
        } catch (IOException e) {
            waiting.set(false);
            problem = "the second copy of the journal in %s fails: %s".formatted(folder, e);
        }
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The newest segment and how far it was copied; used by the copy's own thread only.
    private static final class Following {
        private final Segment segment;
        private final List<Path> files;
        private final Path folder;
        private int copiedTo = SegmentHead.BYTES;
        private boolean isBegun;

        Following(Segment segment, List<Path> files, Path folder) {
            this.segment = segment;
            this.files = files;
            this.folder = folder;
        }

        void copyOn(Disk disk) throws IOException {
            int end = segment.end();
            Path copy = folder.resolve(segment.file().getFileName());
            try (DiskFile from = disk.open(segment.file(), Disk.Mode.EXISTING);
                    DiskFile to = disk.open(copy, Disk.Mode.EXISTING)) {
                ByteBuffer bytes = ByteBuffer.allocate(end - copiedTo);
                from.readFully(bytes, copiedTo);
                to.write(bytes.flip(), copiedTo);
                to.force(false);
            }
            copiedTo = end;
        }
    }

    private interface Copying {
        void run() throws IOException;
    }
}
