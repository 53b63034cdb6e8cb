package kmmotos.server.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Deposits for old parts that sales charge and give back, so that head office knows which old
/// parts are still to come.
public final class CoreEffect implements Effect {

    private record Moved(NewEvent event, Sale sale, SaleLine line, int n) {

        /// The sale that charged the deposit: this one, unless it is given back by a receipt.
        UUID charging() {
            return line.returnOf().map(SaleLine.ReturnOf::saleId).orElse(sale.saleId());
        }
    }

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Moved> moved = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.SaleCompleted(Sale sale)) {
                sale.lines().stream()
                        .filter(line -> line.kind().isCore())
                        .forEach(line -> moved.add(new Moved(event, sale, line, moved.size() + 1)));
            }
        }
        if (!moved.isEmpty()) {
            insert(session, moved);
        }
    }

    private static void insert(StatelessSession session, List<Moved> moved) {
        Sql.update(
                session,
                """
                insert into core_movement (event_id, n, store_id, sale_id, sku, quantity, currency,
                    amount_minor, at)
                select m.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as m\
                """,
                Column.of("uuid", moved, one -> one.event().entry().eventId()),
                Column.of("integer", moved, Moved::n),
                Column.of("text", moved, one -> one.sale().store().value()),
                Column.of("uuid", moved, Moved::charging),
                Column.of("text", moved, one -> one.line().sku().value()),
                Column.numbers(moved.stream().map(one -> one.line().quantity().decimal()).toList()),
                Column.of("text", moved, one -> one.sale().total().currency().getCurrencyCode()),
                Column.of("bigint", moved, one -> one.line().total().minor()),
                Column.instants(moved.stream().map(one -> one.sale().at()).toList()));
    }
}
