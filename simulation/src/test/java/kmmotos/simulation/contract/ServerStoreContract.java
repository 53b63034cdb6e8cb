package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.DataRefused;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.server.ServerState.StreamKey;
import org.junit.jupiter.api.Test;

/// What the server's engine may rely on, whichever store it stands on.
abstract class ServerStoreContract extends ServerContract {

    @Test
    void anEventIsStoredOnce() {
        Arrived first = arrived(journal, 1, HashChain.START);
        Arrived again = arrived(id(), first.entry(), HashChain.START);

        assertThat(added(first)).containsExactly(first.entry().eventId());
        assertThat(added(again)).isEmpty();
    }

    @Test
    void theHashOfAStoredFactIsThatOfItsContent() {
        Arrived first = arrived(journal, 1, HashChain.START);
        Set<UUID> _ = added(first);

        Map<UUID, String> hashes = hashes(List.of(first));

        assertThat(hashes)
                .containsOnly(Map.entry(first.entry().eventId(), EventStore.hash(first.entry())));
    }

    @Test
    void aJournalBeginsEmptyAndMovesToItsLastEntry() {
        JournalStream before = stream();
        List<Arrived> entries = taken(3);

        JournalStream after = stream();

        assertThat(before).isEqualTo(JournalStream.empty(journal));
        assertThat(after).isEqualTo(new JournalStream(journal, 3, entries.getLast().hash(), 0));
        assertThat(latest()).contains(after);
    }

    @Test
    void theHashAtAPlaceIsThatOfTheChainThere() {
        List<Arrived> entries = taken(3);

        assertThat(hashAt(0)).contains(HashChain.START);
        assertThat(hashAt(2)).contains(entries.get(1).hash());
        assertThat(hashAt(4)).isEmpty();
    }

    private Optional<String> hashAt(long seq) {
        return write(tables -> tables.hashAt(till.deviceId(), journal, seq));
    }

    @Test
    void aPlaceInAJournalIsTakenOnce() {
        List<Arrived> entries = taken(1);

        assertThatThrownBy(() -> run(tables -> tables.addEntries(entries)))
                .isInstanceOf(DataRefused.class);
    }

    @Test
    void aTillThatIsUnknownIsRefused() {
        DeviceId stranger = new DeviceId(id());

        assertThat(refused(till.deviceId())).isEmpty();
        assertThat(refused(stranger)).containsExactly(stranger);
    }

    @Test
    void anEventIsOnTheWorkListOnceForEachCodeAndContent() {
        Arrived bad = arrived(journal, 1, HashChain.START);
        run(tables -> {
            tables.raise(till, bad.entry(), "malformed", "can't be read", NOW);
            tables.raise(till, bad.entry(), "malformed", "can't be read", NOW);
            tables.raise(till, bad.entry(), "other_bytes", "came before", NOW.plusSeconds(1));
        });

        assertThat(quarantined(bad))
                .containsOnly(
                        Map.entry(
                                till.storeId(),
                                List.of(
                                        new Quarantined(bad.entry().eventId(), "malformed"),
                                        new Quarantined(bad.entry().eventId(), "other_bytes"))));
    }

    @Test
    void aTillsFactsThatWaitAreFoundTheNewestFirst() {
        Arrived first = arrived(journal, 1, HashChain.START);
        Arrived second = arrived(journal, 2, first.hash());
        run(tables -> {
            tables.raise(till, first.entry(), "malformed", "can't be read", NOW);
            tables.raise(till, second.entry(), "unknown_type", "too new", NOW.plusSeconds(1));
        });

        assertThat(waiting(till.deviceId(), 9))
                .containsExactly(
                        new Quarantined(second.eventId(), "unknown_type"),
                        new Quarantined(first.eventId(), "malformed"));
        assertThat(waiting(till.deviceId(), 1)).hasSize(1);
        assertThat(waiting(shops.tills().get(1).deviceId(), 9)).isEmpty();
    }

    private List<Quarantined> waiting(DeviceId device, int limit) {
        return write(tables -> tables.quarantined(device, limit));
    }

    @Test
    void anAnswerThatSpeaksOfMoreThanTheBatchNamesAllThatWaitsOfTheTill() {
        JournalEntry good = arrived(journal, 1, HashChain.START).entry();
        JournalEntry unknown =
                new JournalEntry(id(), 2, NOW, "till_painted", 1, Json.MAPPER.createObjectNode());

        UploadAnswer.Ack lost = uploaded(List.of(good, unknown));
        UploadAnswer.Ack again = uploaded(List.of(good));

        assertThat(lost.quarantined())
                .containsExactly(new Quarantined(unknown.eventId(), "unknown_type"));
        assertThat(again.haveSeq()).isEqualTo(2);
        assertThat(again.quarantined()).isEqualTo(lost.quarantined());
    }

    private UploadAnswer.Ack uploaded(List<JournalEntry> entries) {
        UploadBatch batch =
                new UploadBatch(
                        journal,
                        1,
                        HashChain.START,
                        entries,
                        2,
                        new UploadBatch.DeviceClock(NOW, 0, "boot"),
                        "test",
                        "");
        return (UploadAnswer.Ack) side.uploads().accept(till, batch, NOW);
    }

    @Test
    void whatFailedInAnAttemptLeavesNothingAndTheRestStays() {
        Arrived good = arrived(journal, 1, HashChain.START);
        Arrived ofAnotherStore =
                receipt(journal, 2, shops.tills().getLast(), Goods.SKUS.getFirst());

        Optional<String> why =
                write(tables -> {
                    Set<UUID> _ = tables.addEvents(List.of(good), NOW);
                    return tables.attempt(() -> {
                        Set<UUID> _ = tables.addEvents(List.of(ofAnotherStore), NOW);
                        tables.apply(List.of(known(ofAnotherStore)), new News());
                    });
                });

        assertThat(why).isPresent();
        assertThat(hashes(List.of(good, ofAnotherStore)).keySet())
                .containsExactly(good.entry().eventId());
    }

    @Test
    void whatGoesWrongInATransactionLeavesNothing() {
        Arrived first = arrived(journal, 1, HashChain.START);

        assertThatThrownBy(() ->
                        run(tables -> {
                            Set<UUID> _ = tables.addEvents(List.of(first), NOW);
                            throw new IllegalArgumentException("bad data");
                        }))
                .isInstanceOf(DataRefused.class);

        assertThat(hashes(List.of(first))).isEmpty();
    }

    @Test
    void aStopBeforeTheCommitLosesAllAndOneAfterItNothing() {
        Arrived lost = arrived(journal, 1, HashChain.START);
        Arrived kept = arrived(journal, 1, HashChain.START);
        points.crashAfter(1);
        assertThatThrownBy(() -> run(tables -> stored(tables, lost))).isInstanceOf(Crash.class);
        points.comeUp();
        points.crashAfter(2);
        assertThatThrownBy(() -> run(tables -> stored(tables, kept))).isInstanceOf(Crash.class);
        points.comeUp();

        assertThat(hashes(List.of(lost, kept)).keySet()).containsExactly(kept.entry().eventId());
    }

    private static void stored(SyncTables tables, Arrived one) {
        Set<UUID> _ = tables.addEvents(List.of(one), NOW);
    }

    @Test
    void theFeedHasNoGapsInItsOrder() {
        publish(2);
        publish(3);

        List<Long> numbers = entries(Cursor.START, 100).stream().map(entry -> entry.n()).toList();

        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(last().n()).isEqualTo(5);
    }

    @Test
    void aPageOfTheFeedBeginsAfterTheCursorAndEndsAtItsLimit() {
        publish(5);
        Cursor.Position second =
                entries(Cursor.START, 2).stream()
                        .reduce((_, last) -> last)
                        .map(entry -> new Cursor.Position(entry.n(), Optional.of(entry.entryId())))
                        .orElseThrow();
        Cursor cursor = new Cursor(new java.util.TreeMap<>(Map.of(scope, second)));

        assertThat(entries(cursor, 2)).extracting(entry -> entry.n()).containsExactly(3L, 4L);
        assertThat(atPosition(cursor)).isEqualTo(second.entryId());
    }

    @Test
    void aServerThatWasSetBackKnowsNothingOfWhatCameAfter() {
        List<Arrived> before = taken(2);
        long backup = side.version();
        Arrived after = arrived(journal, 3, before.getLast().hash());
        run(tables -> take(tables, List.of(after)));
        publish(1);

        side.setBackTo(backup);

        assertThat(side.version()).isEqualTo(backup);
        assertThat(stream().haveSeq()).isEqualTo(2);
        assertThat(hashes(List.of(after))).isEmpty();
        assertThat(last().n()).isZero();
    }

    @Test
    void whatIsCalledSafeIsNeverMoreThanThereIs() {
        List<Arrived> _ = taken(2);

        side.callSafe(Map.of(new StreamKey(till.deviceId(), journal), 9L));

        assertThat(stream().safeSeq()).isEqualTo(2);
    }
}
