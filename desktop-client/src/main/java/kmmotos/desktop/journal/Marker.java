package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The last place the journal was seen at, in a file of its own outside the data folder. It is
/// written after every fact but not forced: it may say less than the truth, never more.
final class Marker implements AutoCloseable {
    private final FileChannel channel;

    private Marker(FileChannel channel) {
        this.channel = channel;
    }

    static Marker open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new Marker(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    static Optional<Place> read(Path file) throws IOException {
        return Files.exists(file) ? Place.parse(Files.readString(file)) : Optional.empty();
    }

    void write(Place place) throws IOException {
        channel.write(ByteBuffer.wrap(place.line().getBytes(StandardCharsets.US_ASCII)), 0);
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
