package kmmotos.server.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Customers' address books.
final class AddressStore {

    static final int MAX_ADDRESSES = 50;

    /// @param forDelivery whether it is proposed when goods are sent
    /// @param forBills whether it is proposed for the bill
    record Kept(UUID addressId, Address address, boolean forDelivery, boolean forBills) {}

    List<Kept> of(StatelessSession session, UUID customerId) {
        return Sql.list(
                session,
                "select * from customer_address where customer_id = ?"
                        + " order by created_at, address_id",
                row ->
                        new Kept(
                                row.getObject("address_id", UUID.class),
                                Sql.json(row, "document", Address.class),
                                row.getBoolean("for_delivery"),
                                row.getBoolean("for_bills")),
                customerId);
    }

    /// Keeps an address, in place of the one with the same id; what it is proposed for the others
    /// are not any more. Answers false if the book is full.
    boolean save(StatelessSession session, UUID customerId, Kept kept, Instant now) {
        // Changes of one book follow one another, or parallel ones would pass the limit.
        var _ =
                Sql.first(
                        session,
                        "select 1 from customer where customer_id = ? for update",
                        _ -> true,
                        customerId);
        Sql.update(
                session,
                "update customer_address set for_delivery = for_delivery and not ?,"
                        + " for_bills = for_bills and not ? where customer_id = ?"
                        + " and address_id <> ?",
                kept.forDelivery(),
                kept.forBills(),
                customerId,
                kept.addressId());
        return Sql.update(
                        session,
                        """
                        insert into customer_address
                            (address_id, customer_id, document, for_delivery, for_bills, created_at)
                        select ?, ?, ?, ?, ?, ? where (select count(*) from customer_address
                            where customer_id = ? and address_id <> ?) < ?
                        on conflict (address_id) do update set document = excluded.document,
                            for_delivery = excluded.for_delivery, for_bills = excluded.for_bills\
                        """,
                        kept.addressId(),
                        customerId,
                        json(kept.address()),
                        kept.forDelivery(),
                        kept.forBills(),
                        now,
                        customerId,
                        kept.addressId(),
                        MAX_ADDRESSES)
                == 1;
    }

    boolean remove(StatelessSession session, UUID customerId, UUID addressId) {
        return Sql.update(
                        session,
                        "delete from customer_address where customer_id = ? and address_id = ?",
                        customerId,
                        addressId)
                == 1;
    }

    private static String json(Address address) {
        try {
            return Json.MAPPER.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for an address", e);
        }
    }
}
