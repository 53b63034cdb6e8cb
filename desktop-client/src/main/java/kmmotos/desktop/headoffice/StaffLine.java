package kmmotos.desktop.headoffice;

import java.util.Set;
import java.util.UUID;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.StoreId;

/// Somebody who works for the chain, as the server lists them.
///
/// @param stores where they work; none for those of head office
/// @param hasBadge whether a badge opens tills for them
public record StaffLine(
        UUID staffId,
        String name,
        Role role,
        Set<StoreId> stores,
        boolean active,
        boolean hasBadge) {

    public StaffLine {
        stores = Set.copyOf(stores);
    }
}
