package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.stock.CountedShop.Clerk;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a store has on hand is what was last counted plus what is not in that count's cut.
class CountIT {

    private static final Sku PAD = new Sku("PAD");
    private static final List<Sku> SKUS = List.of(PAD, new Sku("OIL"), new Sku("TYRE"));

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int shops;

    private CountedShop shop;

    @BeforeEach
    void open() {
        shop = CountedShop.open(server, "C" + ++shops);
    }

    @Test
    void aCountSetsWhatIsOnHandAtItsCut() {
        Clerk clerk = shop.clerk(1);
        clerk.move(PAD, 10);
        clerk.count(Map.of(PAD, 7L));
        clerk.move(PAD, -2);
        clerk.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(5));
    }

    @Test
    void aFactOfAnotherTillThatTheCountHadNotSeenComesOnTop() {
        Clerk counting = shop.clerk(1);
        Clerk offline = shop.clerk(2);
        counting.move(PAD, 10);
        offline.move(PAD, -3);
        counting.count(Map.of(PAD, 10L));
        counting.upload();
        offline.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(7));
    }

    @Test
    void aLateFactInTheCutChangesNothing() {
        Clerk counting = shop.clerk(1);
        Clerk late = shop.clerk(2);
        counting.move(PAD, 10);
        late.move(PAD, -3);
        counting.hear(late);
        counting.count(Map.of(PAD, 6L));
        counting.upload();
        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));
        late.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));
        assertThat(shop.adjustments()).isEqualTo(2);
    }

    /// The fact came in a new journal first, in which the count had not seen it.
    @Test
    void aKnownFactThatComesAgainWithinTheCutChangesNothing() {
        Clerk counting = shop.clerk(1);
        Clerk other = shop.clerk(2);
        counting.move(PAD, 10);
        other.move(PAD, -3);
        TestTill old = other.till.cloned();
        old.journal().addAll(other.till.journal());
        counting.hear(other);
        counting.count(Map.of(PAD, 6L));
        other.beginJournal();
        other.upload();
        counting.upload();
        assertThat(shop.onHand(PAD)).as("not in the cut yet").isEqualTo(Quantity.of(3));

        assertThat(old.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));
    }

    @Test
    void aRepairedFactInTheCutChangesNothing() {
        Clerk clerk = shop.clerk(1);
        Clerk other = shop.clerk(2);
        StoreId unknown = new StoreId("X" + shops);
        clerk.move(PAD, 10);
        JournalEntry _ = clerk.send(unknown, PAD, 4);
        clerk.count(Map.of(PAD, 6L));
        clerk.upload();
        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));

        CountedShop.open(server, unknown.value());
        repairAll();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));
        clerk.read();
        other.read();
        assertThat(List.of(clerk.figure(PAD), other.figure(PAD))).containsOnly(Quantity.of(6));
    }

    /// A snapshot that the till took before the repair lacks the fact, so it must not be passed
    /// over.
    @Test
    void aRepairedFactIsToldAsComingFromNoJournalOfItsTill() {
        Clerk clerk = shop.clerk(1);
        StoreId unknown = new StoreId("Y" + shops);
        JournalEntry _ = clerk.send(unknown, PAD, 4);
        clerk.upload();
        CountedShop.open(server, unknown.value());
        repairAll();

        Policy.StockChanged told = clerk.read().getLast();
        assertThat(told.change()).isEqualTo(Quantity.of(-4));
        assertThat(told.isOf(clerk.till.till().deviceId(), clerk.till.incarnation())).isFalse();
    }

    @Test
    void anImportThatTheTillHadSeenIsInTheCut() {
        Clerk clerk = shop.clerk(1);
        shop.bookByImport(PAD, 20);
        clerk.read();
        clerk.count(Map.of(PAD, 18L));
        shop.bookByImport(PAD, 30);
        clerk.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(28));
    }

    @Test
    void aNewJournalOfTheCountingTillKeepsItsOwnFactsInTheCut() {
        Clerk clerk = shop.clerk(1);
        clerk.move(PAD, 10);
        clerk.count(Map.of(PAD, 4L));
        clerk.beginJournal();
        clerk.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(4));
    }

    @Test
    void aNewJournalOfAnotherTillCountsFromItsOwnMark() {
        Clerk counting = shop.clerk(1);
        Clerk other = shop.clerk(2);
        other.move(PAD, 10);
        other.upload();
        other.beginJournal();
        other.move(PAD, -1);
        other.upload();
        counting.read();
        counting.count(Map.of(PAD, 8L));
        other.move(PAD, -1);
        other.upload();
        counting.upload();

        assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(7));
    }

    @Test
    void whoReadsTheLastChangeOfAnUploadHasSeenItsJournalUpToThere() {
        Clerk clerk = shop.clerk(1);
        SKUS.forEach(sku -> clerk.move(sku, 3));
        clerk.move(PAD, -1);
        clerk.upload();

        List<Policy.StockChanged> changes = shop.clerk(2).read();

        assertThat(changes).hasSize(3);
        assertThat(changes.subList(0, 2)).allMatch(change -> change.incarnation().isEmpty());
        assertThat(changes.getLast().incarnation()).contains(clerk.till.incarnation());
        assertThat(changes.getLast().seq()).isEqualTo(4);
    }

    private static void repairAll() {
        server.workList().items().forEach(item -> server.workList().retry(item));
    }
}
