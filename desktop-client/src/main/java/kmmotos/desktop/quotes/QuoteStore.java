package kmmotos.desktop.quotes;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.quotes.Quote;
import org.hibernate.StatelessSession;

/// The quotes that this till made.
public final class QuoteStore {

    public void put(StatelessSession session, Quote quote) {
        Sql.run(
                session,
                "merge into quote (quote_id, number, n, at, body) key (quote_id)"
                        + " values (?1, ?2, ?3, ?4, ?5)",
                quote.quoteId(),
                quote.number(),
                quote.n(),
                quote.at(),
                JsonText.write(quote));
    }

    public Optional<Quote> find(StatelessSession session, String number) {
        return list(session, 1, "where number = ?1", number).stream().findFirst();
    }

    /// Newest first.
    public List<Quote> latest(StatelessSession session, int limit) {
        return list(session, limit, "order by n desc");
    }

    /// The last number that was given; 0 if none was.
    public long lastNumber(StatelessSession session) {
        return latest(session, 1).stream().findFirst().map(Quote::n).orElse(0L);
    }

    private static List<Quote> list(
            StatelessSession session, int limit, String restriction, Object... parameters) {
        return Sql.list(
                        session,
                        String.class,
                        limit,
                        "select body from quote " + restriction,
                        parameters)
                .stream()
                .map(body -> JsonText.read(body, Quote.class))
                .toList();
    }
}
