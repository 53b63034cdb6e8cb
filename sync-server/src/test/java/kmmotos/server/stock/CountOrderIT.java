package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.TestServer;
import kmmotos.server.stock.CountedShop.Clerk;
import kmmotos.server.stock.CountedShop.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In whatever order counts and the facts in and after their cuts arrive, the figures come out the
/// same.
class CountOrderIT {

    private static final Sku PAD = new Sku("PAD");
    private static final List<Sku> SKUS = List.of(PAD, new Sku("OIL"), new Sku("TYRE"));
    private static final int STEPS = 40;

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int shops;

    private CountedShop shop;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("km.seeds", 12));
    }

    @BeforeEach
    void open() {
        shop = CountedShop.open(server, "O" + ++shops);
    }

    /// Tills that know of each other's facts before the server does: counts of facts that come
    /// later, in every order.
    @ParameterizedTest
    @MethodSource("seeds")
    void inAnyOrderOfArrivalTheBalanceIsTheFoldInTrueOrder(long seed) {
        Random random = new Random(seed);
        List<Clerk> clerks = List.of(shop.clerk(1), shop.clerk(2));
        for (int i = 0; i < STEPS; i++) {
            Clerk clerk = clerks.get(random.nextInt(2));
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> clerk.move(sku(random), random.nextBoolean() ? 5 : -2);
                case 3, 4 -> clerk.count(shelf(random));
                case 5, 6 -> clerk.hear(clerks.get(1 - clerks.indexOf(clerk)));
                case 7 -> clerk.upload();
                default -> {
                    clerk.upload();
                    clerk.beginJournal();
                }
            }
        }
        clerks.get(random.nextInt(2)).upload();
        clerks.forEach(Clerk::upload);

        for (Sku sku : SKUS) {
            assertThat(shop.onHand(sku)).as("seed %d, %s", seed, sku).isEqualTo(fold(clerks, sku));
        }
    }

    /// Tills that know of each other through the feed, as they do: in the end each till's own
    /// figures are the server's.
    @ParameterizedTest
    @MethodSource("seeds")
    void inTheEndEveryTillHasTheServersFigures(long seed) {
        Random random = new Random(seed);
        List<Clerk> clerks = List.of(shop.clerk(1), shop.clerk(2));
        for (int i = 0; i < STEPS; i++) {
            Clerk clerk = clerks.get(random.nextInt(2));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> clerk.move(sku(random), random.nextBoolean() ? 5 : -2);
                case 3, 4 -> clerk.count(shelf(random));
                case 5 -> clerk.upload();
                case 6 -> clerk.read();
                default -> shop.bookByImport(sku(random), 10 + random.nextInt(20));
            }
        }
        clerks.forEach(Clerk::upload);
        clerks.forEach(Clerk::read);

        for (Sku sku : SKUS) {
            assertThat(clerks.stream().map(clerk -> clerk.figure(sku)))
                    .as("seed %d, %s", seed, sku)
                    .containsOnly(shop.onHand(sku));
        }
    }

    /// Two tills send at the same moment: a count, and a fact in its cut.
    @Test
    void aCountAndALateFactAtTheSameMomentSeeEachOther() throws Exception {
        for (int i = 0; i < 10; i++) {
            open();
            Clerk counting = shop.clerk(1);
            Clerk late = shop.clerk(2);
            late.move(PAD, -3);
            counting.hear(late);
            counting.count(Map.of(PAD, 6L));
            List<Callable<Boolean>> uploads =
                    Stream.of(counting, late)
                            .<Callable<Boolean>>map(clerk -> clerk::upload)
                            .toList();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(senders.invokeAll(uploads)).hasSize(2);
            }
            assertThat(shop.onHand(PAD)).isEqualTo(Quantity.of(6));
        }
    }

    private static Sku sku(Random random) {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    private static Map<Sku, Long> shelf(Random random) {
        Map<Sku, Long> shelf = new HashMap<>();
        shelf.put(sku(random), (long) random.nextInt(30));
        shelf.put(sku(random), (long) random.nextInt(30));
        return shelf;
    }

    /// What the last count of a SKU said, plus what its till had not seen.
    private static Quantity fold(List<Clerk> clerks, Sku sku) {
        List<Made> counts = new ArrayList<>();
        clerks.forEach(clerk -> counts.addAll(clerk.made));
        Made last = null;
        for (Made made : counts) {
            if (made.shelf().containsKey(sku) && (last == null || made.isAfter(last))) {
                last = made;
            }
        }
        long sum = last == null ? 0 : last.shelf().getOrDefault(sku, 0L);
        Set<UUID> seen = last == null ? Set.of() : last.seen();
        for (Clerk clerk : clerks) {
            for (JournalEntry entry : clerk.till.journal()) {
                if (!seen.contains(entry.eventId())
                        && entry.read() instanceof JournalEntry.Reading.Known(Event event)
                        && !(event instanceof Event.StockCounted)) {
                    sum += change(event, sku);
                }
            }
        }
        return Quantity.of(sum);
    }

    private static long change(Event event, Sku sku) {
        return event.movements().stream()
                .filter(movement -> movement.sku().equals(sku))
                .mapToLong(movement -> movement.changeAt(Location.STORE).thousandths() / 1000)
                .sum();
    }
}
