package kmmotos.desktop;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.Identity;
import kmmotos.desktop.sync.SnapshotFile;
import kmmotos.desktop.sync.TillFolder;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Policy;

/// A whole till in a temporary folder, enrolled without any server: the sample catalogue with 10 of
/// each in stock, prices, coupon, customers, and staff whose PINs are 1111 to 4444.
///
/// `Till till = TestTill.open(temp)`; close it and open it again to restart it.
public final class TestTill {
    /// A moment on the sample prices' day.
    public static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final int SEGMENT_BYTES = 256 * 1024;
    private static final Argon2Function QUICK_ARGON2 =
            Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID);

    /// Hashed once: a hash has chance in it, and whoever is told twice is told the same.
    private static final List<StaffMember> STAFF =
            Stream.of(SampleStaff.ANA, SampleStaff.BRUNO, SampleStaff.CARLA, SampleStaff.HELENA)
                    .map(TestTill::withPin)
                    .toList();

    private static final String NOWHERE = "http://127.0.0.1:9";

    private TestTill() {}

    public static Till open(Path temp) {
        return Till.open(enrolled(temp));
    }

    /// Makes an enrolled till, unless the folder holds it already.
    public static TillConfig enrolled(Path temp) {
        TillConfig config = config(temp);
        if (!config.folder().isEnrolled()) {
            enrol(config.folder(), NOWHERE);
            SnapshotFile.place(config.folder(), policies(), List.of(SamplePrices.LIST));
        }
        return config;
    }

    /// Makes a till that a server at this address knows, without a snapshot yet.
    ///
    /// @return its public key
    public static String enrol(TillFolder folder, String server) {
        String publicKey = DeviceKey.make(folder);
        new Identity(server, SampleStores.TILL_1, SampleStores.SAO_PAULO).write(folder);
        return publicKey;
    }

    public static TillConfig config(Path temp) {
        return TillConfig.of(temp.resolve("till"))
                .withClock(CLOCK)
                .withDisk(Disk.real(), SEGMENT_BYTES);
    }

    public static List<StaffMember> staff() {
        return STAFF;
    }

    private static StaffMember withPin(StaffMember member) {
        String pin =
                switch (member.role()) {
                    case TRAINEE -> "5555";
                    case CASHIER -> "1111";
                    case SUPERVISOR -> "2222";
                    case MANAGER -> "3333";
                    case HEAD_OFFICE -> "4444";
                };
        return SampleStaff.withPinHash(member, QUICK_ARGON2.hash(pin).getResult());
    }

    public static List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        policies.add(new Policy.StoreChanged(SampleStores.SAO_PAULO));
        policies.add(new Policy.BrandChanged(SampleProducts.BRAND));
        policies.add(new Policy.CategoryChanged(SampleProducts.BRAKES));
        policies.add(new Policy.CategoryChanged(SampleProducts.BRAKE_PADS));
        for (Product product : SampleProducts.ALL) {
            policies.add(new Policy.ProductChanged(product));
            policies.add(
                    new Policy.StockLevel(
                            SampleStores.SAO_PAULO.storeId(),
                            SampleProducts.sku(product),
                            Quantity.of(10)));
        }
        policies.add(
                new Policy.PriceListPublished(
                        SamplePrices.LIST.zone(),
                        SnapshotFile.id(SamplePrices.LIST),
                        SamplePrices.LIST.effectiveFrom()));
        policies.add(new Policy.TaxRulesChanged(SamplePrices.TAXES));
        policies.add(new Policy.CouponChanged(SamplePrices.COUPON, 0));
        policies.add(new Policy.CustomerChanged(SampleCustomers.RIDER));
        policies.add(new Policy.CustomerChanged(SampleCustomers.WORKSHOP));
        staff().forEach(member -> policies.add(new Policy.StaffChanged(member)));
        return policies;
    }
}
