package kmmotos.simulation.mutants;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.BatchChain;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.Outcome;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.server.MemoryStore;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.server.Uploader;

/// Servers that break a rule.
final class BrokenServer {

    /// Facts of one journal.
    private static final long LARGE = 50;

    private BrokenServer() {}

    private static ServerStore with(ServerStore whole, UnaryOperator<SyncTables> broken) {
        return new ServerStore() {
            @Override
            public <T> T inTransaction(Caller caller, Function<SyncTables, T> work) {
                return whole.inTransaction(caller, tables -> work.apply(broken.apply(tables)));
            }

            @Override
            public <T> T inSnapshot(Caller caller, Function<SyncTables, T> work) {
                return whole.inSnapshot(caller, tables -> work.apply(broken.apply(tables)));
            }
        };
    }

    /// Whatever comes is new.
    static ServerStore withoutDedupe(MemoryStore whole) {
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
                                Set<UUID> _ = super.addEvents(entries, now);
                                return ids(entries);
                            }
                        });
    }

    private static Set<UUID> ids(List<Arrived> entries) {
        Set<UUID> ids = new LinkedHashSet<>();
        entries.forEach(arrived -> ids.add(arrived.entry().eventId()));
        return ids;
    }

    /// An event is known again within one journal only.
    static ServerStore dedupingWithinAJournal(MemoryStore whole) {
        Set<String> known = new HashSet<>();
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
                                Set<UUID> fresh = super.addEvents(entries, now);
                                for (Arrived arrived : entries) {
                                    UUID id = arrived.entry().eventId();
                                    if (known.add(arrived.incarnation() + " " + id)) {
                                        fresh.add(id);
                                    }
                                }
                                return fresh;
                            }
                        });
    }

    /// The printed number is taken for a key.
    static ServerStore dedupingByReceipt(MemoryStore whole) {
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
                                Set<String> numbers = new HashSet<>();
                                whole.state()
                                        .sales
                                        .values()
                                        .forEach(sale ->
                                                numbers.add(
                                                        sale.device()
                                                                + " "
                                                                + sale.receiptNumber()));
                                List<Arrived> unknown =
                                        entries.stream()
                                                .filter(arrived ->
                                                        !numbers.contains(number(arrived)))
                                                .toList();
                                return super.addEvents(unknown, now);
                            }
                        });
    }

    private static String number(Arrived arrived) {
        return arrived.till().deviceId()
                + " "
                + arrived.entry().body().path("sale").path("receipt_number").asText("none");
    }

    /// A till's own figure replaces the store's.
    static ServerStore withAbsoluteStock(MemoryStore whole) {
        Map<String, Quantity> figures = new HashMap<>();
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public void apply(List<NewEvent> events, News news) {
                                super.apply(events, news);
                                events.forEach(event ->
                                        event.event()
                                                .movements()
                                                .forEach(movement ->
                                                        replace(event.till(), movement)));
                            }

                            private void replace(Till till, StockMovement movement) {
                                Sku sku = movement.sku();
                                Quantity figure =
                                        figures.merge(
                                                till.deviceId() + " " + sku,
                                                movement.changeAt(Location.STORE),
                                                Quantity::plus);
                                whole.state()
                                        .balances
                                        .update(
                                                new StockKey(till.storeId(), sku),
                                                Balance.NONE,
                                                balance -> new Balance(figure, balance.reserved()));
                            }
                        });
    }

    /// What goes to the safe or out of the drawer stays in the ledger's cash.
    static ServerStore withoutPostingCash(MemoryStore whole) {
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public void apply(List<NewEvent> events, News news) {
                                super.apply(events, news);
                                events.forEach(event -> {
                                    if (event.event() instanceof Event.CashMoved(var movement)) {
                                        whole.state()
                                                .ledger
                                                .update(
                                                        movement.store() + " cash",
                                                        0L,
                                                        sum -> sum - movement.change().minor());
                                    }
                                });
                            }
                        });
    }

    /// A later number may be seen before an earlier one, as with a sequence.
    static ServerStore withFeedBySequence(MemoryStore whole) {
        Set<UUID> late = new HashSet<>();
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public List<FeedEntry> entriesAfter(
                                    List<Scope> scopes, Cursor cursor, int limit) {
                                List<FeedEntry> entries = super.entriesAfter(scopes, cursor, limit);
                                return entries.stream()
                                        .filter(entry ->
                                                entry.n() % 7 != 3
                                                        || entries.size() == 1
                                                        || !late.add(entry.entryId()))
                                        .toList();
                            }
                        });
    }

    /// What was counted is on hand, whatever the counting till had not seen.
    static ServerStore countingWithoutCut(MemoryStore whole) {
        return with(
                whole,
                tables ->
                        new WholeServerTables(tables) {
                            @Override
                            public void apply(List<NewEvent> events, News news) {
                                super.apply(events, news);
                                events.forEach(event -> {
                                    if (event.event() instanceof Event.StockCounted(var count)) {
                                        count.lines().forEach(line -> replace(event.till(), line));
                                    }
                                });
                            }

                            private void replace(Till till, StockCount.Line line) {
                                whole.state()
                                        .balances
                                        .update(
                                                new StockKey(till.storeId(), line.sku()),
                                                Balance.NONE,
                                                balance ->
                                                        new Balance(
                                                                line.counted(),
                                                                balance.reserved()));
                            }
                        });
    }

    /// Whatever the chain says, entries with the next numbers are taken.
    static Uploader withoutHashCheck(ServerStore store, MemoryStore whole) {
        return (till, batch, now) ->
                store.inTransaction(
                        new Caller.Device(till.deviceId(), till.storeId()),
                        tables -> takeByNumber(tables, till, batch, now));
    }

    private static UploadAnswer takeByNumber(
            SyncTables tables, Till till, UploadBatch batch, Instant now) {
        BatchChain chain = BatchChain.of(batch);
        var stream = tables.stream(till.deviceId(), batch.incarnation());
        if (chain.fromSeq() > stream.haveSeq() + 1) {
            return new UploadAnswer.Gap(stream.haveSeq(), batch.prevHash());
        }
        List<Arrived> fresh =
                chain.after(stream.haveSeq()).stream()
                        .map(link ->
                                new Arrived(till, batch.incarnation(), link.entry(), link.hash()))
                        .toList();
        News news = new News();
        if (!fresh.isEmpty()) {
            tables.addEntries(fresh);
            Set<UUID> stored = tables.addEvents(fresh, now);
            List<NewEvent> events =
                    fresh.stream()
                            .map(Arrived::entry)
                            .filter(entry -> stored.contains(entry.eventId()))
                            .map(entry ->
                                    new NewEvent(
                                            till,
                                            entry,
                                            ((JournalEntry.Reading.Known) entry.read()).event()))
                            .toList();
            tables.apply(events, news);
            tables.move(List.of(fresh.getLast()), now);
        }
        tables.publish(news);
        return new UploadAnswer.Ack(
                chain.lastSeq(), chain.hashAt(chain.lastSeq()), 0, List.of(), now, 500, 0);
    }

    /// The answer goes out before the commit, and that of the first large upload fails.
    static ServerStore acknowledgingEarly(MemoryStore whole) {
        return new ServerStore() {
            private boolean hasFailed;

            @Override
            public <T> T inTransaction(Caller caller, Function<SyncTables, T> work) {
                T answer = whole.inTransaction(caller, work);
                if (!hasFailed && tellsOfMuch(answer)) {
                    hasFailed = true;
                    whole.state().history().setBackTo(whole.state().history().version() - 1);
                }
                return answer;
            }

            @Override
            public <T> T inSnapshot(Caller caller, Function<SyncTables, T> work) {
                return whole.inSnapshot(caller, work);
            }
        };
    }

    private static boolean tellsOfMuch(Object answer) {
        return answer instanceof List<?> outcomes
                && outcomes.stream()
                        .anyMatch(outcome ->
                                outcome instanceof Outcome.Answered(UploadAnswer.Ack ack)
                                        && ack.haveSeq() > LARGE);
    }
}
