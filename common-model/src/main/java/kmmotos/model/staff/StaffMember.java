package kmmotos.model.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kmmotos.model.stores.StoreId;

/// Somebody who works for the chain.
///
/// @param pinHash the PIN's Argon2id hash in PHC string format, so that a till can check a PIN
///   without the network; empty for an account that has none
/// @param stores where they work; empty means everywhere
/// @param badgeHash see [Badge#hash]; empty for nobody's badge
public record StaffMember(
        UUID staffId,
        String name,
        Role role,
        String pinHash,
        Set<StoreId> stores,
        boolean active,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> badgeHash) {

    public StaffMember {
        stores = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(stores));
    }

    public StaffMember(
            UUID staffId,
            String name,
            Role role,
            String pinHash,
            Set<StoreId> stores,
            boolean active) {
        this(staffId, name, role, pinHash, stores, active, Optional.empty());
    }

    /// With another badge, or none: the one before opens nothing any more.
    public StaffMember withBadgeHash(Optional<String> hash) {
        return new StaffMember(staffId, name, role, pinHash, stores, active, hash);
    }

    public boolean has(Badge badge) {
        return badgeHash.filter(badge.hash()::equals).isPresent();
    }

    public boolean hasPin() {
        return !pinHash.isEmpty();
    }

    public boolean worksAt(StoreId store) {
        return active && (stores.isEmpty() || stores.contains(store));
    }
}
