package kmmotos.desktop.serials;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.stores.StoreId;
import org.hibernate.StatelessSession;

/// What this till told of pieces with serial numbers.
public final class SerialStore {

    public void add(StatelessSession session, List<SerialStep> steps) {
        Sql.batch(
                session,
                "insert into serial_step (serial, kind, sku, store_id, at, reference)"
                        + " values (?, ?, ?, ?, ?, ?)",
                steps.stream()
                        .map(step ->
                                new Object[] {
                                    step.serial(),
                                    step.kind().name(),
                                    step.sku().value(),
                                    step.store().value(),
                                    step.at().atOffset(ZoneOffset.UTC),
                                    step.reference()
                                })
                        .toList());
    }

    /// In any order.
    public List<SerialStep> of(StatelessSession session, String serial) {
        return Sql.list(
                        session,
                        Object[].class,
                        SerialHistory.MAX_STEPS,
                        "select kind, sku, store_id, at, reference from serial_step"
                                + " where serial = ?1 order by at desc",
                        serial)
                .stream()
                .map(row ->
                        new SerialStep(
                                serial,
                                SerialStep.Kind.valueOf((String) row[0]),
                                new Sku((String) row[1]),
                                new StoreId((String) row[2]),
                                instant(row[3]),
                                (String) row[4]))
                .toList();
    }

    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) at;
    }
}
