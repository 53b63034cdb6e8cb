package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Which of the folders under `journal/` is the journal now: the file `current` names it and is
/// replaced in one step. Its number is the last fact that was taken along from older folders.
final class Incarnations {
    private final JournalSettings settings;

    Incarnations(JournalSettings settings) {
        this.settings = settings;
    }

    Optional<Place> current() throws IOException {
        Path file = settings.folder().resolve("current");
        return Place.in(settings.disk(), file);
    }

    Optional<Place> marked() throws IOException {
        return Place.in(settings.disk(), settings.marker());
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
        settings.disk()
                .replace(
                        settings.folder().resolve("current"),
                        place.line().getBytes(StandardCharsets.US_ASCII));
    }
}
