package kmmotos.installers.replay;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/// The excerpt of real invoices that the tests run.
final class Excerpt {
    private Excerpt() {}

    static Path file() {
        URL url = Objects.requireNonNull(Excerpt.class.getResource("online-retail-excerpt.csv"));
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
