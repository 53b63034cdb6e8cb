package kmmotos.model.staff;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kmmotos.model.stores.StoreId;

/// Somebody who works for the chain.
///
/// @param pinHash the PIN's Argon2id hash in PHC string format, so that a till can check a PIN
///   without the network; empty for an account that has none
/// @param stores where they work; empty means everywhere
public record StaffMember(
        UUID staffId, String name, Role role, String pinHash, Set<StoreId> stores, boolean active) {

    public StaffMember {
        stores = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(stores));
    }

    public boolean hasPin() {
        return !pinHash.isEmpty();
    }

    public boolean worksAt(StoreId store) {
        return active && (stores.isEmpty() || stores.contains(store));
    }
}
