package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
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
