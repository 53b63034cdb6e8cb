package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.News;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.server.ChainTables;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.server.WebShop;
import org.junit.jupiter.api.Test;

/// What follows from facts, whichever store it is kept in.
abstract class EffectsContract extends ServerContract {

    @Test
    void tillsAreToldTheNumberOfTheLastFactThatMovedAnItem() {
        Sku counted = Goods.SKUS.getFirst();
        StockCount count =
                new StockCount(
                        id(),
                        till.storeId(),
                        List.of(),
                        List.of(new StockCount.Line(counted, Quantity.of(4), Quantity.ZERO)));
        JournalEntry first = JournalEntry.of(id(), 1, NOW, new Event.StockCounted(count));
        List<Arrived> entries =
                List.of(
                        new Arrived(till, journal, first, first.hashAfter(HashChain.START)),
                        receipt(journal, 2, till, counted),
                        receipt(journal, 3, till, Goods.SKUS.getLast()));

        run(tables -> {
            take(tables, entries);
            News news = new News();
            tables.apply(entries.stream().map(ServerStoreContract::known).toList(), news);
            tables.publish(news);
        });

        assertThat(entries(Cursor.START, 1))
                .extracting(entry -> ((Policy.StockChanged) entry.policy()).seq())
                .containsExactly(2L);
    }

    @Test
    void tillsWhoseUploadsComeTogetherAreToldInTheOrderOfTheirFacts() {
        Till second = shops.tills().get(1);
        Arrived counted = arrived(second, new Event.StockCounted(count(0)));
        Arrived received = receipt(journal, 1, till, Goods.SKUS.getFirst());

        run(tables -> {
            for (Arrived one : List.of(counted, received)) {
                take(tables, List.of(one));
            }
            News news = new News();
            tables.apply(List.of(known(counted), known(received)), news);
            tables.publish(news);
        });

        assertThat(entries(Cursor.START, 1))
                .extracting(entry -> ((Policy.StockChanged) entry.policy()).device())
                .containsExactly(second.deviceId());
    }

    /// Its goods are let go of before they leave the stock: in between there is enough.
    @Test
    void cashThatMovedIsInTheLedgerOnceAndInTheProof() {
        ShiftOpening opening =
                new ShiftOpening(
                        id(),
                        till.storeId(),
                        till.deviceId(),
                        LocalDate.EPOCH,
                        NOW,
                        id(),
                        Money.zero(Goods.CURRENCY));
        CashMovement dropped = moved(opening, CashPurpose.TO_SAFE, 2_500);
        ShiftTotals totals = ShiftTotals.none(Goods.CURRENCY).plus(dropped);
        ZReport report =
                new ZReport(
                        1,
                        opening.shiftId(),
                        journal,
                        1,
                        2,
                        totals,
                        totals.cashInDrawer(),
                        totals.cashInDrawer().plus(Money.ofMinor(-7, Goods.CURRENCY)));
        ShiftClosing closing =
                new ShiftClosing(
                        opening.shiftId(), till.storeId(), till.deviceId(), NOW, id(), report);
        List<Arrived> entries =
                told(
                        new Event.ShiftOpened(opening),
                        new Event.CashMoved(dropped),
                        new Event.ShiftClosed(closing));

        run(tables -> {
            take(tables, entries);
            tables.apply(entries.stream().map(ServerStoreContract::known).toList(), new News());
        });

        assertThat(side.state().ledger.rows())
                .containsEntry(till.storeId() + " cash", -2_507L)
                .containsEntry(till.storeId() + " safe", 2_500L)
                .containsEntry(till.storeId() + " cash_difference", 7L);
        assertThat(side.state().cashMovements.values()).containsExactly(dropped);
        assertThat(side.state().shifts.get(opening.shiftId()).orElseThrow().proved())
                .contains(true);
    }

    private CashMovement moved(ShiftOpening opening, CashPurpose purpose, long minor) {
        return new CashMovement(
                id(),
                opening.shiftId(),
                opening.store(),
                opening.device(),
                opening.businessDay(),
                NOW,
                opening.staffId(),
                Optional.empty(),
                1,
                purpose,
                Money.ofMinor(minor, Goods.CURRENCY),
                "");
    }

    /// These facts one after the other.
    private List<Arrived> told(Event... events) {
        List<Arrived> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (Event event : events) {
            JournalEntry entry = JournalEntry.of(id(), entries.size() + 1L, NOW, event);
            hash = entry.hashAfter(hash);
            entries.add(new Arrived(till, journal, entry, hash));
        }
        return entries;
    }

    @Test
    void aShortageGoesOnWhenOneOfItsOrdersIsHandedOver() {
        WebShop shop = aShortageOfTwoOrders();
        Shortage before = shortage();
        TransferRequest asked = asked(before);

        Order order = shop.open().getFirst();
        run(tables -> {
            News news = new News();
            tables.apply(List.of(known(arrived(till, handedOver(order)))), news);
            tables.publish(news);
        });
        tellShortages();

        assertThat(shortage().caseId()).isEqualTo(before.caseId());
        assertThat(requests()).containsExactly(new Policy.TransferRequestChanged(asked, true));
    }

    @Test
    void whatWasAskedForAShortageIsWithdrawnWhenItIsOver() {
        WebShop shop = aShortageOfTwoOrders();
        TransferRequest asked = asked(shortage());
        tellShortages();

        shop.cancel(shop.open().getFirst());
        tellShortages();

        assertThat(shortages()).isEmpty();
        assertThat(requests())
                .containsExactly(
                        new Policy.TransferRequestChanged(asked, true),
                        new Policy.TransferRequestChanged(asked, false));
    }

    /// Of five pieces four are promised; then two are missing.
    private WebShop aShortageOfTwoOrders() {
        run(tables -> {
            tables.noteContact(till, NOW);
            tables.apply(List.of(known(arrived(till, moved(5)))), new News());
        });
        WebShop shop = new SimulatedServer(side, points, clock, random).shop();
        for (int i = 0; i < 2; i++) {
            assertThat(shop.order(till.storeId(), Goods.priced(1, Goods.SKUS.getFirst(), 2)))
                    .isPresent();
        }
        run(tables -> tables.apply(List.of(known(arrived(till, moved(-2)))), new News()));
        return shop;
    }

    private Event moved(int pieces) {
        return new Event.StockAdjusted(
                new StockAdjustment(
                        id(),
                        till.storeId(),
                        Goods.SKUS.getFirst(),
                        Quantity.of(pieces),
                        StockAdjustment.Reason.FOUND,
                        ""));
    }

    private Event handedOver(Order order) {
        SaleLine line =
                SaleLine.of(
                        order.lines().getFirst().priced(),
                        SaleLine.Kind.SALE,
                        "",
                        Optional.empty());
        return new Event.SaleCompleted(
                new Sale(
                        id(),
                        new ReceiptNumber(till.storeId(), till.number(), 1, 1),
                        till.storeId(),
                        till.deviceId(),
                        id(),
                        LocalDate.EPOCH,
                        NOW,
                        id(),
                        Optional.empty(),
                        List.of(line),
                        List.of(Tender.Cash.exactly(line.total())),
                        line.total(),
                        List.of(),
                        Optional.of(order.orderId()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private StockCount count(int pieces) {
        return new StockCount(
                id(),
                till.storeId(),
                List.of(),
                List.of(
                        new StockCount.Line(
                                Goods.SKUS.getFirst(), Quantity.of(4), Quantity.of(pieces))));
    }

    private Arrived arrived(Till of, Event event) {
        JournalEntry entry = JournalEntry.of(id(), 1, NOW, event);
        return new Arrived(of, id(), entry, entry.hashAfter(HashChain.START));
    }

    private List<Shortage> shortages() {
        return side.inTransaction((ChainTables tables) -> tables.shortages(NOW));
    }

    private Shortage shortage() {
        assertThat(shortages()).hasSize(1);
        return shortages().getFirst();
    }

    /// The other shop.
    private TransferRequest asked(Shortage shortage) {
        TransferRequest request =
                new TransferRequest(
                        id(),
                        shops.stores().getLast().storeId(),
                        shortage.store(),
                        List.of(new Transfer.Line(shortage.sku(), Quantity.ONE)),
                        NOW,
                        id());
        return side.inTransaction((ChainTables tables) -> {
            tables.ask(request, shortage.caseId(), NOW);
            return request;
        });
    }

    private void tellShortages() {
        boolean _ =
                side.inTransaction((ChainTables tables) -> {
                    tables.tellShortages(NOW);
                    return true;
                });
    }

    private List<Policy> requests() {
        return entries(Cursor.START, 100).stream()
                .map(FeedEntry::policy)
                .filter(Policy.TransferRequestChanged.class::isInstance)
                .toList();
    }
}
