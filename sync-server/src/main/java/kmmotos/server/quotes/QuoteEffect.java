package kmmotos.server.quotes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Quotes, so that the tills of other shops find them by their number.
public final class QuoteEffect implements Effect {

    private record Told(UUID eventId, Quote quote) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.QuoteMade(Quote quote)) {
                if (!quote.store().equals(event.till().storeId())
                        || !quote.device().equals(event.till().deviceId())) {
                    throw new IllegalArgumentException("a quote of another till");
                }
                told.add(new Told(event.entry().eventId(), quote));
            }
        }
        if (!told.isEmpty()) {
            insert(session, told);
        }
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into quote (quote_id, number, event_id, store_id, device_id, day,
                    valid_until, staff_id, customer_id, customer_name, currency, total_minor)
                select q.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as q\
                """,
                Column.of("uuid", told, one -> one.quote().quoteId()),
                Column.of("text", told, one -> one.quote().number()),
                Column.of("uuid", told, Told::eventId),
                Column.of("text", told, one -> one.quote().store().value()),
                Column.of("uuid", told, one -> one.quote().device().value()),
                Column.days(told.stream().<LocalDate>map(one -> one.quote().day()).toList()),
                Column.days(told.stream().<LocalDate>map(one -> one.quote().validUntil()).toList()),
                Column.of("uuid", told, one -> one.quote().staffId()),
                Column.optionalUuids(told.stream().map(one -> one.quote().customerId()).toList()),
                Column.of("text", told, one -> one.quote().customerName()),
                Column.of("text", told, one -> one.quote().total().currency().getCurrencyCode()),
                Column.longs(told.stream().map(one -> one.quote().total().minor()).toList()));
    }
}
