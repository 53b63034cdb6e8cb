package kmmotos.desktop.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps parked sales as one small file each, replaced in one step. They are no facts: they use no
/// receipt number, move no stock and are never sent; so they live beside the journal and not in it.
public final class ParkedSales {
    private static final Logger log = LoggerFactory.getLogger(ParkedSales.class);
    private static final String ENDING = ".parked.json";

    private final Path folder;
    private final ObjectMapper json;

    public ParkedSales(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    public void keep(ParkedSale sale) {
        try {
            Files.createDirectories(folder);
            var beside = folder.resolve(sale.saleId() + ".new");
            Files.write(beside, json.writeValueAsBytes(sale));
            Files.move(beside, file(sale.saleId()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't keep the open sale in " + folder, e);
        }
    }

    public void remove(UUID saleId) {
        try {
            Files.deleteIfExists(file(saleId));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove a parked sale from " + folder, e);
        }
    }

    /// Newest first. A file that can't be read is left where it is and told in the log.
    public List<ParkedSale> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .map(this::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(ParkedSale::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't list the parked sales in " + folder, e);
        }
    }

    private Path file(UUID saleId) {
        return folder.resolve(saleId + ENDING);
    }

    private Optional<ParkedSale> read(Path file) {
        try {
            return Optional.of(json.readValue(file.toFile(), ParkedSale.class));
        } catch (IOException e) {
            log.warn("The parked sale in {} can't be read", file, e);
            return Optional.empty();
        }
    }
}
