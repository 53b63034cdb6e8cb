package kmmotos.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.AuditLine;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.EventStore;
import org.hibernate.StatelessSession;

/// The log of some time, with what the chains of hashes prove of it.
///
/// @param items the newest first
/// @param hasMore whether there are older ones
record AuditLog(List<Item> items, boolean hasMore, Proof proof) {

    /// More than anybody reads at once.
    static final int MAX_ITEMS = 1_000;

    /// As many facts as are read and hashed for one answer.
    static final int MAX_FACTS = 20_000;

    private static final HexFormat HEX = HexFormat.of();
    private static final Set<String> TYPES = AuditLine.types();

    record Wanted(
            Instant from,
            Instant until,
            Optional<AuditKind> kind,
            String person,
            Optional<StoreId> store) {}

    /// @param till the store and the number of the till
    /// @param by a name; empty if nobody is named
    record Item(
            Instant at,
            String till,
            AuditKind kind,
            String by,
            String approvedBy,
            Optional<Money> amount,
            String about) {}

    /// @param facts how many were hashed anew
    /// @param from the oldest of them
    /// @param brokenTill where a fact does not fit the one before it
    record Proof(
            long facts,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> brokenTill,
            Optional<Long> brokenSeq) {}

    /// A fact where it stands in a journal.
    ///
    /// @param before the chain's hash before it, empty if the one before it is not stored
    private record Link(JournalEntry entry, String till, String hash, Optional<String> before) {

        static Link from(ResultSet row) throws SQLException {
            JournalEntry fact = EventStore.read(row.getBytes("fact"));
            long seq = row.getLong("seq");
            return new Link(
                    new JournalEntry(
                            fact.eventId(),
                            seq,
                            fact.at(),
                            fact.type(),
                            fact.version(),
                            fact.body()),
                    row.getString("store_id") + "-" + row.getInt("number"),
                    HEX.formatHex(row.getBytes("hash")),
                    seq == 1
                            ? Optional.of(HashChain.START)
                            : Optional.ofNullable(row.getBytes("before")).map(HEX::formatHex));
        }

        boolean fits() {
            return before.map(entry::hashAfter).filter(hash::equals).isPresent();
        }
    }

    private record Told(String till, AuditLine line) {}

    static AuditLog read(StatelessSession session, Wanted wanted) {
        List<Link> links = links(session, wanted);
        List<Told> told = told(links, wanted);
        Map<UUID, String> names = names(session, told);
        List<Item> items =
                told.stream()
                        .map(one -> item(one, names))
                        .filter(item -> isNamed(item, wanted.person()))
                        .toList();
        boolean hasMore = items.size() > MAX_ITEMS || links.size() > MAX_FACTS;
        return new AuditLog(
                items.subList(0, Math.min(items.size(), MAX_ITEMS)), hasMore, proof(links));
    }

    private static List<Link> links(StatelessSession session, Wanted wanted) {
        return Sql.list(
                session,
                """
                select e.fact, e.store_id, coalesce(t.number, 0) as number, j.seq, j.hash,
                    b.hash as before
                from event e join journal_entry j using (event_id)
                left join journal_entry b on (b.device_id, b.incarnation, b.seq)
                    = (j.device_id, j.incarnation, j.seq - 1)
                left join till t on t.device_id = j.device_id
                where e.at >= ? and e.at < ? and (? = '' or e.store_id = ?)
                order by e.at desc, e.event_id desc limit ?\
                """,
                Link::from,
                wanted.from(),
                wanted.until(),
                wanted.store().map(StoreId::value).orElse(""),
                wanted.store().map(StoreId::value).orElse(""),
                MAX_FACTS + 1);
    }

    /// A till that began a new journal told its facts again: each counts once.
    private static List<Told> told(List<Link> links, Wanted wanted) {
        Set<UUID> seen = new HashSet<>();
        List<Told> told = new ArrayList<>();
        for (Link link : links) {
            if (TYPES.contains(link.entry().type()) && seen.add(link.entry().eventId())) {
                AuditLine.of(link.entry()).stream()
                        .filter(line -> wanted.kind().filter(kind -> kind != line.kind()).isEmpty())
                        .forEach(line -> told.add(new Told(link.till(), line)));
            }
        }
        return told;
    }

    private static Map<UUID, String> names(StatelessSession session, List<Told> told) {
        List<UUID> ids =
                told.stream()
                        .map(Told::line)
                        .flatMap(line ->
                                Stream.concat(line.staffId().stream(), line.approvedBy().stream()))
                        .distinct()
                        .toList();
        Map<UUID, String> names = new HashMap<>();
        Sql.list(
                        session,
                        "select staff_id, name from staff where staff_id = any (?)",
                        row ->
                                Map.entry(
                                        row.getObject("staff_id", UUID.class),
                                        row.getString("name")),
                        Sql.Column.uuids(ids))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }

    private static Item item(Told told, Map<UUID, String> names) {
        AuditLine line = told.line();
        return new Item(
                line.at(),
                told.till(),
                line.kind(),
                line.staffId().map(id -> name(id, names)).orElse(""),
                line.approvedBy().map(id -> name(id, names)).orElse(""),
                line.amount(),
                line.about());
    }

    private static String name(UUID staffId, Map<UUID, String> names) {
        return names.getOrDefault(staffId, staffId.toString().substring(0, 8));
    }

    private static boolean isNamed(Item item, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return item.by().toLowerCase(Locale.ROOT).contains(wanted)
                || item.approvedBy().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Proof proof(List<Link> links) {
        Optional<Link> broken = links.stream().filter(link -> !link.fits()).findFirst();
        return new Proof(
                links.size(),
                links.isEmpty() ? Optional.empty() : Optional.of(links.getLast().entry().at()),
                links.stream().findFirst().map(link -> link.entry().at()),
                broken.map(Link::till),
                broken.map(link -> link.entry().seq()));
    }
}
