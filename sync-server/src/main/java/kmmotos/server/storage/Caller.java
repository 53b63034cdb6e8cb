package kmmotos.server.storage;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// On whose behalf the server works. Every transaction tells the database, whose row-level security
/// then shows and accepts only what this caller may touch.
public sealed interface Caller {

    /// A visitor of the online shop who has not signed in.
    record Visitor() implements Caller {}

    /// A customer who has signed in.
    record Customer(UUID customerId) implements Caller {}

    /// A member of staff who has signed in.
    ///
    /// @param stores where they work; empty means everywhere
    record Staff(UUID staffId, Role role, Set<StoreId> stores) implements Caller {

        public Staff {
            stores = Set.copyOf(stores);
        }
    }

    /// A till that signed its request.
    record Device(DeviceId deviceId, StoreId store) implements Caller {}

    /// Several tills whose uploads are taken in together; each signed its own. They may write what
    /// any of them may.
    ///
    /// @param stores theirs
    record Devices(Set<StoreId> stores) implements Caller {

        public Devices {
            stores = Set.copyOf(stores);
        }
    }

    /// The server's own work, for which no person is the cause.
    record Server(String work) implements Caller {}

    default boolean may(Permission permission) {
        return switch (this) {
            case Staff staff -> staff.role().may(permission);
            case Server _ -> true;
            case Visitor _, Customer _, Device _, Devices _ -> false;
        };
    }

    /// Whether everything of this store is open to the caller.
    default boolean worksAt(StoreId store) {
        return switch (this) {
            case Staff staff -> everywhere() || staff.stores().contains(store);
            case Device device -> device.store().equals(store);
            case Devices devices -> devices.stores().contains(store);
            case Server _ -> true;
            case Visitor _, Customer _ -> false;
        };
    }

    /// Who it is, for logs and for the scope of an Idempotency-Key.
    default String account() {
        return switch (this) {
            case Visitor _ -> "visitor";
            case Customer customer -> "customer:" + customer.customerId();
            case Staff staff -> "staff:" + staff.staffId();
            case Device device -> "device:" + device.deviceId().value();
            case Devices _ -> "devices";
            case Server server -> "server:" + server.work();
        };
    }

    /// The value of `km.role` in the database.
    default String databaseRole() {
        return switch (this) {
            case Visitor _ -> "visitor";
            case Customer _ -> "customer";
            case Staff staff -> staff.role() == Role.HEAD_OFFICE ? "head_office" : "staff";
            case Device _, Devices _ -> "device";
            case Server _ -> "server";
        };
    }

    /// The value of `km.subject` in the database.
    default String databaseSubject() {
        return switch (this) {
            case Customer customer -> customer.customerId().toString();
            case Staff staff -> staff.staffId().toString();
            case Device device -> device.deviceId().value().toString();
            case Visitor _, Devices _, Server _ -> "";
        };
    }

    /// The value of `km.stores` in the database: codes with commas between, `*` for all.
    default String databaseStores() {
        return switch (this) {
            case Staff _ when everywhere() -> "*";
            case Staff staff -> list(staff.stores());
            case Device device -> device.store().value();
            case Devices devices -> list(devices.stores());
            case Visitor _, Customer _, Server _ -> "";
        };
    }

    private static String list(Set<StoreId> stores) {
        return stores.stream().map(StoreId::value).sorted().collect(Collectors.joining(","));
    }

    private boolean everywhere() {
        return this instanceof Staff staff
                && (staff.role() == Role.HEAD_OFFICE || staff.stores().isEmpty());
    }
}
