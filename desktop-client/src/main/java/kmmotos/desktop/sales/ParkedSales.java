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
import java.util.stream.Stream;
import kmmotos.desktop.journal.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps parked sales as one small file each, replaced in one step. They are no facts: they use no
/// receipt number and move no stock; so they live beside the journal and not in it.
///
/// A sale belongs to the till where it was parked, and only that one gives it away, to one other
/// till and for good: from then on its file bears that till's name, and stays until that till says
/// that it has the sale. So nobody sells it twice, however the network fails between them.
public final class ParkedSales {
    private static final Logger log = LoggerFactory.getLogger(ParkedSales.class);
    private static final String ENDING = ".parked.json";
    private static final String HANDED = ".handed.json";
    private static final int ID_LENGTH = 36;

    private final Path folder;
    private final ObjectMapper json;

    public ParkedSales(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    public synchronized void keep(ParkedSale sale) {
        try {
            Files.createDirectories(folder);
            var beside = folder.resolve(sale.saleId() + ".new");
            Files.write(beside, json.writeValueAsBytes(sale));
            Files.move(beside, file(sale.saleId()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't keep the open sale in " + folder, e);
        }
    }

    public synchronized void remove(UUID saleId) {
        try {
            Files.deleteIfExists(file(saleId));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove a parked sale from " + folder, e);
        }
    }

    /// Keeps a sale that another till gave: it forgets its own after this.
    public synchronized void keepDurably(ParkedSale sale) {
        try {
            Disk disk = Disk.real();
            disk.createFolders(folder);
            disk.replace(file(sale.saleId()), json.writeValueAsBytes(sale));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't keep a sale of another till in " + folder, e);
        }
    }

    /// The sale if it is still here and nobody has it in front; from now on it is in front here.
    public synchronized Optional<ParkedSale> claim(UUID saleId) {
        Optional<ParkedSale> mine =
                Optional.of(file(saleId)).filter(Files::exists).flatMap(this::read);
        mine.ifPresent(sale -> keep(sale.with(true, sale.elsewhere(), sale.handedTo())));
        return mine;
    }

    /// Gives a sale to another till; the same one gets it again.
    public synchronized Optional<ParkedSale> handOut(UUID saleId, UUID device) {
        Path handed = handed(saleId, device);
        try {
            if (!Files.exists(handed) && isFree(saleId)) {
                Disk.real().moveDurably(file(saleId), handed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't give a parked sale away from " + folder, e);
        }
        return Optional.of(handed).filter(Files::exists).flatMap(this::read);
    }

    private boolean isFree(UUID saleId) {
        return Optional.of(file(saleId))
                .filter(Files::exists)
                .flatMap(this::read)
                .filter(sale -> !sale.open())
                .isPresent();
    }

    /// The other till has it.
    public synchronized void taken(UUID saleId, UUID device) {
        try {
            Files.deleteIfExists(handed(saleId, device));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove a parked sale from " + folder, e);
        }
    }

    private Path handed(UUID saleId, UUID device) {
        return folder.resolve(saleId + "." + device + HANDED);
    }

    /// What another till may take: parked here, or given to it without its knowing.
    public synchronized List<ParkedSale> forOthers() {
        List<ParkedSale> free = all().stream().filter(sale -> !sale.open()).toList();
        return Stream.concat(free.stream(), given().stream()).toList();
    }

    private List<ParkedSale> given() {
        return files(HANDED).stream()
                .flatMap(file -> read(file).map(sale -> to(sale, file)).stream())
                .toList();
    }

    /// The file's name is the sale's id, a dot, and the id of the device it was given to.
    private static ParkedSale to(ParkedSale sale, Path file) {
        String device = file.getFileName().toString().substring(ID_LENGTH + 1, 2 * ID_LENGTH + 1);
        return sale.with(false, Optional.empty(), Optional.of(UUID.fromString(device)));
    }

    /// Newest first. A file that can't be read is left where it is and told in the log.
    public List<ParkedSale> all() {
        return files(ENDING).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ParkedSale::at).reversed())
                .toList();
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
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
