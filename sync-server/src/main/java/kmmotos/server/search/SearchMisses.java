package kmmotos.server.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import kmmotos.server.search.index.Words;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// What was searched for and not found, counted by day: words to add, parts to stock.
///
/// Counted in memory and written now and then, so that searching writes nothing. Who searched is
/// not kept, and nothing that looks like an address.
final class SearchMisses {

    static final int KEPT_DAYS = 90;

    private static final Caller WORK = new Caller.Server("search misses");
    private static final int MAX_LENGTH = 80;

    /// More different texts at once, or on a day, are machines that try things out.
    private static final int MAX_HELD = 1_000;

    private static final int MAX_A_DAY = 10_000;

    /// A text and how often nothing was found for it.
    record Miss(String text, long times, Instant lastAt) {}

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, Long> held = new HashMap<>();

    SearchMisses(Database database) {
        this.database = database;
    }

    void add(String typed) {
        String text = String.join(" ", Words.plain(typed));
        if (text.isEmpty() || text.length() > MAX_LENGTH || typed.indexOf('@') >= 0) {
            return;
        }
        lock.lock();
        try {
            if (held.size() < MAX_HELD || held.containsKey(text)) {
                long _ = held.merge(text, 1L, Long::sum);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Writes what is held.
    void write(Instant now) {
        Map<String, Long> misses = taken();
        if (!misses.isEmpty()) {
            List<Map.Entry<String, Long>> rows = List.copyOf(misses.entrySet());
            database.execute(WORK, session -> insert(session, rows, now));
        }
    }

    private Map<String, Long> taken() {
        lock.lock();
        try {
            Map<String, Long> misses = held;
            held = new HashMap<>();
            return misses;
        } finally {
            lock.unlock();
        }
    }

    private static void insert(
            StatelessSession session, List<Map.Entry<String, Long>> rows, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Sql.update(
                session,
                "insert into search_miss as m (day, text, times, last_at)"
                        + " select ?, text, times, ? from unnest(?, ?) as missed (text, times)"
                        + " where (select count(*) from search_miss d where d.day = ?) < ?"
                        + " order by text on conflict (day, text) do update"
                        + " set times = m.times + excluded.times, last_at = excluded.last_at",
                day,
                now,
                Column.of("text", rows, Map.Entry::getKey),
                Column.of("bigint", rows, Map.Entry::getValue),
                day,
                MAX_A_DAY);
    }

    /// What was missed since a day, the commonest first.
    static List<Miss> since(StatelessSession session, LocalDate day, int limit) {
        return Sql.list(
                session,
                "select text, sum(times) as times, max(last_at) as last_at from search_miss"
                        + " where day >= ? group by text order by times desc, text limit ?",
                row ->
                        new Miss(
                                row.getString("text"),
                                row.getLong("times"),
                                Sql.instant(row, "last_at")),
                day,
                limit);
    }

    /// Forgets what is older than 90 days.
    void sweep(Instant now) {
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(KEPT_DAYS);
        database.execute(
                WORK,
                session -> Sql.update(session, "delete from search_miss where day < ?", oldest));
    }
}
