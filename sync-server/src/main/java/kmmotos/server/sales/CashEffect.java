package kmmotos.server.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Cash that moves without a sale: kept, and in the ledger at once.
///
/// Comes before [ShiftEffect], because the last movement and the closing may travel together.
public final class CashEffect implements Effect {

    private record Told(UUID eventId, CashMovement movement) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.CashMoved(CashMovement movement)) {
                refuseAnotherTill(event.till(), movement);
                told.add(new Told(event.entry().eventId(), movement));
            }
        }
        if (!told.isEmpty()) {
            insert(session, told);
            LedgerStore.post(
                    session,
                    told.stream()
                            .filter(one -> one.movement().kind().movesMoney())
                            .map(one -> LedgerStore.Posting.of(one.eventId(), one.movement()))
                            .toList());
        }
    }

    private static void refuseAnotherTill(Till till, CashMovement movement) {
        if (!movement.store().equals(till.storeId())
                || !movement.device().equals(till.deviceId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot tell of cash at store %s, till %s"
                            .formatted(till.storeId(), movement.store(), movement.device()));
        }
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into cash_movement (movement_id, event_id, store_id, device_id, shift_id,
                    business_day, at, staff_id, approved_by, number, kind, purpose, currency,
                    amount_minor, note)
                select m.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as m\
                """,
                ids(told, CashMovement::movementId),
                Column.uuids(told.stream().<UUID>map(Told::eventId).toList()),
                texts(told, movement -> movement.store().value()),
                ids(told, movement -> movement.device().value()),
                ids(told, CashMovement::shiftId),
                Column.days(
                        told.stream().<LocalDate>map(one -> one.movement().businessDay()).toList()),
                Column.instants(told.stream().map(one -> one.movement().at()).toList()),
                ids(told, CashMovement::staffId),
                Column.optionalUuids(
                        told.stream()
                                .<Optional<UUID>>map(one -> one.movement().approvedBy())
                                .toList()),
                Column.integers(told.stream().map(one -> one.movement().number()).toList()),
                texts(told, movement -> movement.kind().name()),
                texts(told, movement -> movement.purpose().name()),
                texts(told, movement -> movement.amount().currency().getCurrencyCode()),
                Column.longs(told.stream().map(one -> one.movement().amount().minor()).toList()),
                texts(told, CashMovement::note));
    }

    private static Column ids(List<Told> told, Function<CashMovement, UUID> id) {
        return Column.uuids(told.stream().<UUID>map(one -> id.apply(one.movement())).toList());
    }

    private static Column texts(List<Told> told, Function<CashMovement, String> text) {
        return Column.texts(told.stream().map(one -> text.apply(one.movement())).toList());
    }
}
