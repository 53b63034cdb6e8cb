package kmmotos.server.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The places of what head office books at the stores: as if it kept a journal at each, so that a
/// count can say whether its till had seen the booking.
public final class HeadOfficeJournal {

    /// Whose stock changes these are: no till's. A migration knows it too.
    public static final DeviceId DEVICE =
            new DeviceId(UUID.nameUUIDFromBytes("head office".getBytes(StandardCharsets.UTF_8)));

    /// Its journal never begins anew.
    static final UUID INCARNATION = new UUID(0, 0);

    private HeadOfficeJournal() {}

    /// Gives a booking a place at a store, after all that were before.
    static long add(StatelessSession session, StoreId store, UUID eventId, Instant now) {
        Sql.first(session, "select pg_advisory_xact_lock(hashtext('stock_booking'))", _ -> true);
        return Sql.first(
                        session,
                        """
                        insert into stock_booking (store_id, n, event_id)
                        select ?, greatest(?, coalesce(max(n), 0) + 1), ?
                        from stock_booking where store_id = ? returning n\
                        """,
                        row -> row.getLong("n"),
                        store.value(),
                        now.toEpochMilli(),
                        eventId,
                        store.value())
                .orElseThrow();
    }
}
