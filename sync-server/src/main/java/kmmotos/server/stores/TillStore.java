package kmmotos.server.stores;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Keeps the tills: codes given out, enrolments, revocations, last contact.
public final class TillStore {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The last contact of a store is written at most this often: many tills share the row.
    private static final Duration CONTACT_STEP = Duration.ofSeconds(5);

    /// What a code is for.
    record Place(StoreId store, int number, String name) {}

    /// Makes a code with which one device becomes this till; only its hash is kept.
    String giveOut(
            StatelessSession session,
            Place place,
            @Nullable UUID by,
            Instant now,
            Duration validity) {
        String code = newCode();
        Sql.update(
                session,
                """
                insert into enrolment
                    (code_hash, store_id, number, name, created_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                Hashes.sha256(plain(code)),
                place.store().value(),
                place.number(),
                place.name(),
                by,
                now,
                now.plus(validity));
        return code;
    }

    /// Uses a code up; empty if it is unknown, used or too old.
    Optional<Place> redeem(StatelessSession session, String code, Instant now) {
        return Sql.first(
                session,
                """
                update enrolment set used_at = ?
                where code_hash = ? and used_at is null and expires_at > ?
                returning store_id, number, name\
                """,
                row ->
                        new Place(
                                new StoreId(row.getString("store_id")),
                                row.getInt("number"),
                                row.getString("name")),
                now,
                Hashes.sha256(plain(code)),
                now);
    }

    /// Makes the device this till; a till that had the number before is revoked.
    Till enrol(
            StatelessSession session,
            Place place,
            String publicKey,
            String appVersion,
            Instant now) {
        SortedMap<Scope, List<Policy>> news = new TreeMap<>();
        Optional<EnrolledTill> before = find(session, place.store(), place.number());
        before.ifPresent(old -> news.putAll(revoked(session, old, now)));
        Till till =
                new Till(
                        new DeviceId(UUID.randomUUID()),
                        place.store(),
                        place.number(),
                        place.name());
        PublicKey key = DeviceSignature.publicKey(publicKey);
        session.insert(new TillRow(till, key.getEncoded(), appVersion, now));
        before.ifPresent(old -> {
            replaced(session, old.till(), till);
            // What it printed is as good as before.
            news.put(Scope.CATALOG, List.of(receiptKey(old.till(), old.key(), false)));
        });
        news.merge(
                Scope.store(till.storeId()), List.of(changed(till, key, false)), TillStore::joined);
        news.merge(Scope.CATALOG, List.of(receiptKey(till, key, false)), TillStore::joined);
        Feed.publish(session, news);
        return till;
    }

    private static void replaced(StatelessSession session, Till old, Till by) {
        Sql.update(
                session,
                "update till set replaced_by = ? where device_id = ?",
                by.deviceId().value(),
                old.deviceId().value());
    }

    /// From now on neither the server nor the other tills of its store listen to this till.
    void revoke(StatelessSession session, EnrolledTill till, Instant now) {
        Feed.publish(session, revoked(session, till, now));
    }

    private static SortedMap<Scope, List<Policy>> revoked(
            StatelessSession session, EnrolledTill enrolled, Instant now) {
        Till till = enrolled.till();
        Sql.update(
                session,
                "update till set revoked_at = ? where device_id = ? and revoked_at is null",
                now,
                till.deviceId().value());
        return new TreeMap<>(
                Map.of(
                        Scope.device(till.deviceId()),
                        List.of(new Policy.DeviceRevoked(till.deviceId())),
                        Scope.store(till.storeId()),
                        List.of(changed(till, enrolled.key(), true)),
                        Scope.CATALOG,
                        List.of(receiptKey(till, enrolled.key(), true))));
    }

    private static List<Policy> joined(List<Policy> before, List<Policy> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private static Policy changed(Till till, PublicKey key, boolean revoked) {
        return new Policy.TillChanged(till, base64(key), revoked);
    }

    private static Policy receiptKey(Till till, PublicKey key, boolean revoked) {
        return new Policy.ReceiptKeyChanged(till, base64(key), revoked);
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// Of all tills of the chain, also of those that others took the place of: what they printed is
    /// about.
    public List<Policy> receiptKeys(StatelessSession session) {
        return session.createSelectionQuery("from TillRow order by deviceId", TillRow.class)
                .getResultStream()
                .map(TillRow::toEnrolledTill)
                .map(till ->
                        receiptKey(till.till(), till.key(), till.revoked() && !till.replaced()))
                .toList();
    }

    /// The tills of a store as they are told to each other, those that were revoked too.
    public List<Policy> ofStore(StatelessSession session, StoreId store) {
        return session
                .createSelectionQuery(
                        "from TillRow where storeId = :store order by number, enrolledAt",
                        TillRow.class)
                .setParameter("store", store.value())
                .getResultList()
                .stream()
                .map(TillRow::toEnrolledTill)
                .map(till -> changed(till.till(), till.key(), till.revoked()))
                .toList();
    }

    public Optional<EnrolledTill> find(StatelessSession session, DeviceId device) {
        return Optional.ofNullable(session.get(TillRow.class, device.value()))
                .map(TillRow::toEnrolledTill);
    }

    /// Those of these tills that there are.
    public Map<DeviceId, EnrolledTill> find(
            StatelessSession session, Collection<DeviceId> devices) {
        return session
                .createSelectionQuery("from TillRow where deviceId in :devices", TillRow.class)
                .setParameterList("devices", devices.stream().map(DeviceId::value).toList())
                .getResultList()
                .stream()
                .map(TillRow::toEnrolledTill)
                .collect(Collectors.toMap(one -> one.till().deviceId(), one -> one));
    }

    public List<EnrolledTill> list(StatelessSession session) {
        return session
                .createSelectionQuery("from TillRow order by storeId, number", TillRow.class)
                .getResultList()
                .stream()
                .map(TillRow::toEnrolledTill)
                .toList();
    }

    /// The last entry the server has of each till's current journal.
    Map<DeviceId, Long> haveSeqs(StatelessSession session) {
        return Sql.list(
                        session,
                        """
                        select distinct on (device_id) device_id, have_seq from journal_stream
                        order by device_id, begun_at desc\
                        """,
                        row ->
                                Map.entry(
                                        new DeviceId(row.getObject("device_id", UUID.class)),
                                        row.getLong("have_seq")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The price zone of a store.
    public String zone(StatelessSession session, StoreId store) {
        return Sql.first(
                        session,
                        "select zone from store where store_id = ?",
                        row -> row.getString("zone"),
                        store.value())
                .orElseThrow(() -> new IllegalArgumentException("no store " + store));
    }

    /// Notes that the till spoke with the server now.
    public void noteContact(StatelessSession session, Till till, Instant now) {
        Sql.update(
                session,
                "update till set last_contact = ? where device_id = ?",
                now,
                till.deviceId().value());
        noteStores(session, Stream.of(till.storeId()), now);
    }

    /// What a till tells about itself with each upload.
    public record Condition(
            Till till, String appVersion, long clockOffsetMillis, long journalEndSeq) {}

    /// Notes that these tills spoke with the server now, and what they told about themselves.
    public void noteConditions(StatelessSession session, List<Condition> told, Instant now) {
        Sql.update(
                session,
                """
                update till t set last_contact = ?, app_version = c.app_version,
                    clock_offset_millis = c.clock_offset_millis,
                    journal_end_seq = c.journal_end_seq
                from unnest(?, ?, ?, ?)
                    as c (device_id, app_version, clock_offset_millis, journal_end_seq)
                where t.device_id = c.device_id\
                """,
                now,
                Column.of("uuid", told, one -> one.till().deviceId().value()),
                Column.of("text", told, Condition::appVersion),
                Column.of("bigint", told, Condition::clockOffsetMillis),
                Column.of("bigint", told, Condition::journalEndSeq));
        noteStores(session, told.stream().map(one -> one.till().storeId()), now);
    }

    private static void noteStores(StatelessSession session, Stream<StoreId> stores, Instant now) {
        Sql.update(
                session,
                """
                insert into store_contact (store_id, last_contact)
                select store_id, ? from unnest(?) as s (store_id) order by store_id
                on conflict (store_id) do update set last_contact = excluded.last_contact
                where store_contact.last_contact < excluded.last_contact - ? * interval '1 second'
                """,
                now,
                Column.texts(stores.map(StoreId::value).distinct().toList()),
                CONTACT_STEP.toSeconds());
    }

    private static Optional<EnrolledTill> find(
            StatelessSession session, StoreId store, int number) {
        return session
                .createSelectionQuery(
                        "from TillRow where storeId = :store and number = :number"
                                + " and revokedAt is null",
                        TillRow.class)
                .setParameter("store", store.value())
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst()
                .map(TillRow::toEnrolledTill);
    }

    /// 60 random bits, in groups that can be read out over the telephone.
    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// What was typed, without what people add or mistake.
    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
