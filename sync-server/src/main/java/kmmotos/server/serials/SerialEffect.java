package kmmotos.server.serials;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Keeps what sales and deliveries tell of pieces with serial numbers.
public final class SerialEffect implements Effect {

    private record Told(UUID eventId, int n, SerialStep step) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            List<SerialStep> steps = steps(event).toList();
            for (SerialStep step : steps) {
                if (!step.store().equals(event.till().storeId())) {
                    throw new IllegalArgumentException(
                            "a till of store %s cannot tell of a piece at store %s"
                                    .formatted(event.till().storeId(), step.store()));
                }
                told.add(new Told(event.entry().eventId(), told.size() + 1, step));
            }
        }
        if (!told.isEmpty()) {
            insert(session, told);
        }
    }

    private static Stream<SerialStep> steps(NewEvent event) {
        return switch (event.event()) {
            case Event.SaleCompleted(var sale) -> SerialStep.of(sale);
            case Event.StockReceived(var receipt) -> SerialStep.of(receipt, event.entry().at());
            default -> Stream.of();
        };
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into serial_step (event_id, n, serial, kind, sku, store_id, at, reference)
                select s.* from unnest(?, ?, ?, ?, ?, ?, ?, ?) as s\
                """,
                Column.of("uuid", told, Told::eventId),
                Column.of("integer", told, Told::n),
                Column.of("text", told, one -> one.step().serial()),
                Column.of("text", told, one -> one.step().kind().name()),
                Column.of("text", told, one -> one.step().sku().value()),
                Column.of("text", told, one -> one.step().store().value()),
                Column.instants(told.stream().map(one -> one.step().at()).toList()),
                Column.of("text", told, one -> one.step().reference()));
    }
}
