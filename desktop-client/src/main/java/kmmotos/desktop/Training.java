package kmmotos.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.keys.KeyMapStore;
import kmmotos.desktop.storage.DatabaseKey;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.Identity;
import kmmotos.desktop.sync.TillFolder;
import kmmotos.desktop.training.TrainingStore;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;

/// A second till in a folder of its own, made from a till's catalogue, stock, customers and staff,
/// to practise at. It is another device with a key of its own, so neither a receipt nor a gift card
/// of it is worth anything at a real till; it talks to nobody; and its folder is deleted when
/// practising ends.
public final class Training {
    /// Receipts of training count in a series that no real journal reaches.
    static final int SERIES = 900_000;

    private static final String NOWHERE = "http://127.0.0.1:9";

    private Training() {}

    /// The till to practise at, with everything the real one knows now.
    public static Till open(Till real) {
        TillFolder folder = folder(real.config().folder());
        delete(folder.root());
        boolean isOpen = false;
        try {
            Till till = made(real, folder);
            isOpen = true;
            return till;
        } finally {
            if (!isOpen) {
                delete(folder.root());
            }
        }
    }

    private static Till made(Till real, TillFolder folder) {
        TillConfig config = real.config().inTraining(folder);
        String key = DatabaseKey.in(real.config().folder().databaseKey());
        keep(folder, key);
        KeyMapStore.in(folder.root()).write(KeyMapStore.in(real.config().folder().root()).read());
        real.database().copyTo(folder.database());
        String publicKey = DeviceKey.make(folder);
        kmmotos.model.stores.Till self = self(real.identity().till());
        Store store = named(real.store());
        new Identity(NOWHERE, self, store).write(folder);
        Journal.beginAboveSeries(config.journal(), SERIES);
        Till till = Till.open(config);
        if (!till.findings().isEmpty()) {
            till.close();
            throw new IllegalStateException("the copy is broken: " + till.findings());
        }
        till.database()
                .write(session -> {
                    new TrainingStore().leaveOut(session);
                    till.stores().shops().put(session, store);
                    till.stores()
                            .shops()
                            .put(session, new Policy.ReceiptKeyChanged(self, publicKey, false));
                });
        return till;
    }

    private static void keep(TillFolder folder, String databaseKey) {
        try {
            DatabaseKey.writePrivate(folder.databaseKey(), databaseKey);
        } catch (IOException e) {
            throw new StorageFailed("the folder to practise in can't be made: " + e, e);
        }
    }

    private static kmmotos.model.stores.Till self(kmmotos.model.stores.Till real) {
        return new kmmotos.model.stores.Till(
                new DeviceId(UUID.randomUUID()), real.storeId(), real.number(), real.name());
    }

    /// Whatever names its shop, on paper and on the screen, says so.
    private static Store named(Store real) {
        return new Store(
                real.storeId(),
                mark(real) + " · " + real.name(),
                real.zone(),
                real.timeZone(),
                real.currency(),
                real.taxPlace(),
                real.language(),
                real.pricesIncludeTax(),
                real.address(),
                real.taxNumber(),
                real.deposits());
    }

    /// What stands on every slip, in the shop's language.
    static String mark(Store store) {
        return new Texts(Locale.forLanguageTag(store.language())).get("training.mark");
    }

    /// Ends practising: nothing of it is left.
    public static void end(Till till) {
        till.close();
        delete(till.config().folder().root());
    }

    private static TillFolder folder(TillFolder real) {
        Path root = real.root().resolve("training");
        return new TillFolder(root, root.resolve("journal.marker"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't delete what was practised in " + folder, e);
        }
    }
}
