package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.sales.DepositModel;
import kmmotos.desktop.sales.UnlistedItem;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.ui.Messages;
import kmmotos.model.catalog.Sku;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders of the counter on a whole till: real journal, real database, no network.
class TillCounterOrdersTest {

    private static final Sku UNLISTED = new Sku("45022-KYJ");

    @TempDir Path temp = Path.of("");
    private Till till = closed();
    private TillDesk desk = noDesk();

    @SuppressWarnings("NullAway") // opened before each test
    private static Till closed() {
        return null;
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static TillDesk noDesk() {
        return null;
    }

    @BeforeEach
    void openTheShop() {
        start();
        desk.sales().shift().open("100");
    }

    @AfterEach
    void closeTill() {
        desk.close();
        till.close();
    }

    private void start() {
        till = TestTill.open(temp);
        desk =
                new TillDesk(
                        till,
                        Settings.initial(Locale.ENGLISH),
                        new Messages(),
                        TillDesk.Work.direct(),
                        _ -> {});
        desk.signIn().refresh();
        desk.signIn().choose(SampleStaff.ANA);
        desk.signIn().signIn("1111");
        desk.sales().shift().refresh();
    }

    private TillCounterOrders orders() {
        return new TillCounterOrders(till);
    }

    private CounterOrderProgress only() {
        return orders().open().getFirst();
    }

    private void order(CounterOrder.Kind kind, UnlistedItem unlisted) {
        assertThat(
                        desk.sales()
                                .deposits()
                                .make(
                                        new DepositModel.Terms(
                                                kind,
                                                "Zé",
                                                "11 98888",
                                                "ze@example.com",
                                                "14",
                                                "",
                                                "",
                                                "",
                                                unlisted)))
                .isTrue();
        desk.sales().checkout().cash("");
    }

    private void layaway() {
        desk.sales().omnibox().scanned(Rung.PAD.value());
        order(CounterOrder.Kind.LAYAWAY, UnlistedItem.NONE);
    }

    private Quantity available(Sku sku) {
        return till.database()
                .read(session -> till.stores().stock().level(session, sku).available());
    }

    @Test
    void whatIsPutAsideIsPromisedToNobodyElseUntilItIsHandedOver() {
        Quantity before = available(Rung.PAD);
        layaway();
        assertThat(available(Rung.PAD)).isEqualTo(before.minus(Quantity.ONE));

        desk.sales().deposits().handOver(only());
        desk.sales().checkout().cash("");

        assertThat(orders().open()).isEmpty();
        assertThat(available(Rung.PAD)).isEqualTo(before.minus(Quantity.ONE));
        assertThat(Rung.onHand(till, Rung.PAD)).isEqualTo(before.minus(Quantity.ONE));
    }

    @Test
    void anOrderAndItsDepositsAreThereAfterARestartAndARebuild() {
        layaway();
        CounterOrderProgress before = only();
        assertThat(before.paid().isPositive()).isTrue();
        desk.close();
        till.close();
        Till.rebuildFromJournal(TestTill.config(temp), OpeningProgress.NONE);
        start();

        assertThat(only()).isEqualTo(before);
        assertThat(orders().search("zé")).containsExactly(before);
        assertThat(orders().search("98888")).containsExactly(before);
        assertThat(orders().byNumber(before.order().number().toLowerCase(Locale.ROOT)))
                .contains(before);
        assertThat(orders().nextNumber()).isEqualTo("O-S1-1-000002");
    }

    @Test
    void goodsThatAreReceivedNameTheOrdersThatWaitForThem() {
        desk.sales().omnibox().scanned(Rung.PAD.value());
        order(CounterOrder.Kind.SPECIAL, UnlistedItem.NONE);
        assertThat(orders().awaiting(List.of(Rung.PAD))).containsExactly(only().order().number());

        orders().arrived(only(), "A3", SampleStaff.ANA);
        assertThat(orders().awaiting(List.of(Rung.PAD))).isEmpty();
        assertThat(only().state()).isInstanceOf(CounterOrderState.Waiting.class);
    }

    @Test
    void whoLeftAnAddressIsWrittenToOnceTheGoodsAreThere() {
        desk.sales().omnibox().scanned(Rung.PAD.value());
        order(CounterOrder.Kind.SPECIAL, UnlistedItem.NONE);
        assertThat(mails()).isEmpty();

        orders().arrived(only(), "A3", SampleStaff.ANA);
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().to()).isEqualTo("ze@example.com");
        assertThat(mails().getFirst().text()).contains(only().order().number());
    }

    private static JournalEntry entry(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<MailRequest> mails() {
        var journal = till.journal();
        return journal.read(1, Math.toIntExact(journal.endSeq()), Integer.MAX_VALUE).stream()
                .map(TillCounterOrdersTest::entry)
                .map(JournalEntry::read)
                .filter(JournalEntry.Reading.Known.class::isInstance)
                .map(read -> ((JournalEntry.Reading.Known) read).event())
                .filter(Event.MailAsked.class::isInstance)
                .map(event -> ((Event.MailAsked) event).mail())
                .toList();
    }

    @Test
    void whatNoCatalogueListsIsStockFromItsShelfUntilItIsSold() {
        order(
                CounterOrder.Kind.SPECIAL,
                new UnlistedItem(UNLISTED.value(), "Caliper kit", "2", "70"));
        orders().arrived(only(), "A3", SampleStaff.ANA);
        assertThat(Rung.onHand(till, UNLISTED)).isEqualTo(Quantity.of(2));

        desk.sales().deposits().handOver(only());
        desk.sales().checkout().cash("");
        assertThat(Rung.onHand(till, UNLISTED)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void olderNewsTakesNoDepositAway() {
        layaway();
        CounterOrderProgress known = only();
        boolean _ =
                till.database()
                        .inTransaction(session -> {
                            till.stores()
                                    .counterOrders()
                                    .put(session, CounterOrderProgress.of(known.order()));
                            return true;
                        });
        assertThat(only()).isEqualTo(known);
    }

    @Test
    void aSnapshotForgetsWhatItDoesNotNameAndWhatItHoldsFor() {
        Quantity before = available(Rung.PAD);
        layaway();
        boolean _ =
                till.database()
                        .inTransaction(session -> {
                            var orders = till.stores().counterOrders();
                            orders.clearTold(session);
                            assertThat(orders.open(session)).hasSize(1);
                            orders.put(session, CounterOrderProgress.of(only().order()));
                            orders.clearTold(session);
                            assertThat(orders.open(session)).isEmpty();
                            return true;
                        });
        assertThat(available(Rung.PAD)).isEqualTo(before);
    }

    @Test
    void theShiftShowsDepositsOnALineOfTheirOwnAndNoSales() {
        layaway();
        ShiftTotals totals =
                till.database()
                        .read(session ->
                                till.stores()
                                        .shifts()
                                        .current(session, SampleStaff.ANA.staffId())
                                        .orElseThrow()
                                        .totals());
        Money paid = only().paid();
        assertThat(totals.by("deposit")).isEqualTo(paid.negated());
        assertThat(totals.by("cash")).isEqualTo(paid);
        assertThat(totals.takings()).isEqualTo(Money.zero(SampleStores.BRL));
    }
}
