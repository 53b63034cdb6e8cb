package kmmotos.installers.replay;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.replay.ReplayPlan.Seat;
import kmmotos.installers.sample.SampleChain.SampleStaff;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// The chain that the invoices are dealt out to: stores R1, R2 ... with some tills each and one
/// cashier.
record ReplayChain(HeadOffice office, int stores, int tills) {
    static final Currency CURRENCY = Currency.getInstance("GBP");
    static final UUID CASHIER = UUID.fromString("00000000-0000-8000-8005-000000000001");

    void setUp(RetailCatalogue catalogue, Path importFolder) {
        IntStream.rangeClosed(1, stores).forEach(n -> office.open(store(n)));
        office.employ(new SampleStaff(CASHIER, "Replay", Role.MANAGER, "2468", Set.of()));
        catalogue.writeTo(importFolder);
        office.load("categories", importFolder.resolve("categories.csv"));
        office.load("products", importFolder.resolve("products.csv"));
        office.load("prices", importFolder.resolve("prices.csv"));
    }

    List<Seat> seats(Path folder) {
        List<Seat> seats = new ArrayList<>();
        for (int store = 1; store <= stores; store++) {
            for (int till = 1; till <= tills; till++) {
                String name = "R" + store + "-" + till;
                seats.add(
                        new Seat(
                                folder.resolve("till-" + name),
                                office.enrolmentCode(new StoreId("R" + store), till, name)));
            }
        }
        return seats;
    }

    private static Store store(int n) {
        return new Store(
                new StoreId("R" + n),
                "Replay store " + n,
                RetailCatalogue.ZONE,
                ZoneId.of("Europe/London"),
                CURRENCY,
                "GB",
                "en-GB",
                true,
                List.of("Replayed from a file"),
                "-");
    }
}
