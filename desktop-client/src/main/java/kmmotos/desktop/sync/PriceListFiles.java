package kmmotos.desktop.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;

/// The price lists kept beside the snapshot, each in a file named by its id.
final class PriceListFiles {
    private static final String SUFFIX = ".json";

    private PriceListFiles() {}

    static void write(TillFolder folder, String id, PriceList list) {
        Path file = folder.priceLists().resolve(id + SUFFIX);
        Path written = folder.priceLists().resolve(id + ".new");
        try {
            Files.createDirectories(folder.priceLists());
            Files.write(written, CanonicalJson.bytes(list));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageFailed("a price list can't be kept: " + e, e);
        }
    }

    static Map<String, PriceList> read(TillFolder folder) {
        if (!Files.isDirectory(folder.priceLists())) {
            return Map.of();
        }
        Map<String, PriceList> lists = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder.priceLists())) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                lists.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        Json.MAPPER.readValue(file.toFile(), PriceList.class));
            }
        } catch (IOException e) {
            throw new StorageFailed("a kept price list can't be read: " + e, e);
        }
        return lists;
    }
}
