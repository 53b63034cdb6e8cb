package kmmotos.server.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Keeps the staff, and tells the tills of their stores.
public final class StaffStore {

    /// The entities that this feature keeps.
    public static final List<Class<?>> ROWS = List.of(StaffRow.class);

    /// Saves a member of staff and tells every store where they work or have worked.
    public void save(StatelessSession session, StaffMember member) {
        Set<StoreId> told = new HashSet<>(places(session, member));
        find(session, member.staffId()).ifPresent(before -> told.addAll(places(session, before)));
        session.upsert(new StaffRow(member));
        Feed.publishAll(
                session,
                told.stream().map(Scope::store).toList(),
                List.of(new Policy.StaffChanged(member)));
    }

    public Optional<StaffMember> find(StatelessSession session, UUID staffId) {
        return Optional.ofNullable(session.get(StaffRow.class, staffId))
                .map(StaffRow::toStaffMember);
    }

    /// Staff by id, after the given one.
    public List<StaffMember> list(StatelessSession session, Optional<UUID> after, int limit) {
        return session
                .createSelectionQuery(
                        "from StaffRow where staffId > :after order by staffId", StaffRow.class)
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(StaffRow::toStaffMember)
                .toList();
    }

    /// Everybody who may sign in at a store's tills.
    public List<StaffMember> listAt(StatelessSession session, StoreId store) {
        return session
                .createNativeQuery(
                        "select * from staff where active and (stores = '{}' or :store = any(stores))"
                                + " order by staff_id",
                        StaffRow.class)
                .setParameter("store", store.value())
                .getResultList()
                .stream()
                .map(StaffRow::toStaffMember)
                .toList();
    }

    /// Those without a list of stores work everywhere.
    private static Set<StoreId> places(StatelessSession session, StaffMember member) {
        return member.stores().isEmpty()
                ? new HashSet<>(
                        Sql.list(
                                session,
                                "select store_id from store",
                                row -> new StoreId(row.getString("store_id"))))
                : member.stores();
    }
}
