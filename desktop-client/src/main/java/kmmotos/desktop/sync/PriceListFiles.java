package kmmotos.desktop.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;

/// The price lists kept beside the snapshot, each in a file named by its id.
final class PriceListFiles {
    private static final String SUFFIX = ".json";

    private final Disk disk;
    private final Path folder;

    PriceListFiles(Disk disk, TillFolder folder) {
        this.disk = disk;
        this.folder = folder.priceLists();
    }

    void write(String id, PriceList list) {
        try {
            disk.createFolders(folder);
            disk.replace(folder.resolve(id + SUFFIX), CanonicalJson.bytes(list));
        } catch (IOException e) {
            throw new StorageFailed("a price list can't be kept: " + e, e);
        }
    }

    Map<String, PriceList> read() {
        Map<String, PriceList> lists = new LinkedHashMap<>();
        try {
            for (Path file : disk.list(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    lists.put(
                            name.substring(0, name.length() - SUFFIX.length()),
                            Json.MAPPER.readValue(disk.read(file), PriceList.class));
                }
            }
        } catch (IOException e) {
            throw new StorageFailed("a kept price list can't be read: " + e, e);
        }
        return lists;
    }
}
