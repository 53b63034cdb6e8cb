package kmmotos.desktop.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class RealDisk implements Disk {
    private static final boolean FOLDERS_CAN_BE_FORCED = File.separatorChar == '/';

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return new RealFile(FileChannel.open(file, options(mode)));
    }

    private static Set<OpenOption> options(Mode mode) {
        OpenOption read = StandardOpenOption.READ;
        OpenOption write = StandardOpenOption.WRITE;
        return switch (mode) {
            case EXISTING -> Set.of(read, write);
            case CREATE -> Set.of(read, write, StandardOpenOption.CREATE);
            case CREATE_NEW -> Set.of(read, write, StandardOpenOption.CREATE_NEW);
            case REPLACE ->
                    Set.of(
                            read,
                            write,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING);
        };
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            return;
        }
        @Nullable Path above = whole.getParent();
        if (above != null) {
            createFolders(above);
        }
        Files.createDirectories(whole);
        if (above != null) {
            syncFolder(above);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_FORCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private record RealFile(FileChannel channel) implements DiskFile {
        @Override
        public int read(ByteBuffer into, long from) throws IOException {
            return channel.read(into, from);
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            long to = at;
            while (bytes.hasRemaining()) {
                to += channel.write(bytes, to);
            }
        }

        @Override
        public void force(boolean withLength) throws IOException {
            channel.force(withLength);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
