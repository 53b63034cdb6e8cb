package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// Which of the folders under `journal/` is the journal now: the file `current` names it and is
/// replaced in one step.
final class Incarnations {
    private final JournalSettings settings;

    Incarnations(JournalSettings settings) {
        this.settings = settings;
    }

    Optional<Place> current() throws IOException {
        Path file = settings.folder().resolve("current");
        return Files.exists(file) ? Place.parse(Files.readString(file)) : Optional.empty();
    }

    Optional<Place> marked() throws IOException {
        return Marker.read(settings.marker());
    }

    SegmentFolder folder(UUID incarnation) {
        return new SegmentFolder(settings.folder().resolve(incarnation.toString()), settings);
    }

    /// The next receipt series: above every series this folder or its marker has ever seen.
    int nextSeries() throws IOException {
        int current = current().map(Place::series).orElse(0);
        return Math.max(current, marked().map(Place::series).orElse(0)) + 1;
    }

    void makeCurrent(Place place) throws IOException {
        Path written = settings.folder().resolve("current.new");
        try (FileChannel channel =
                settings.disk()
                        .open(
                                written,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(place.line().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(
                written,
                settings.folder().resolve("current"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        settings.disk().syncFolder(settings.folder());
    }
}
