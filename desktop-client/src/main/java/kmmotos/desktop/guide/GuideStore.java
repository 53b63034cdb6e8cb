package kmmotos.desktop.guide;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps which steps are over in `guide.properties` of the till's folder. The file is made when the
/// till is enrolled: without it nobody is guided.
public final class GuideStore {
    private static final Logger log = LoggerFactory.getLogger(GuideStore.class);

    private final Path file;

    public GuideStore(Path folder) {
        this.file = folder.resolve("guide.properties");
    }

    /// Whether this till was enrolled to be guided.
    public boolean isBegun() {
        return Files.exists(file);
    }

    public Map<GuideStep, GuideModel.How> read() {
        Map<GuideStep, GuideModel.How> over = new EnumMap<>(GuideStep.class);
        var kept = new Properties();
        if (isBegun()) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                log.warn("Can't read {}: the first steps begin anew", file, unreadable);
            }
        }
        for (GuideStep step : GuideStep.values()) {
            switch (kept.getProperty(step.word(), "")) {
                case "done" -> over.put(step, GuideModel.How.DONE);
                case "skipped" -> over.put(step, GuideModel.How.SKIPPED);
                default -> {}
            }
        }
        return over;
    }

    /// Replaces the file in one step.
    public void write(Map<GuideStep, GuideModel.How> over) {
        var kept = new Properties();
        over.forEach((step, how) ->
                kept.setProperty(step.word(), how == GuideModel.How.DONE ? "done" : "skipped"));
        try {
            var text = new StringWriter();
            kept.store(text, "KM Motos: the first steps at this till");
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text.toString());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the first steps to " + file, failure);
        }
    }
}
