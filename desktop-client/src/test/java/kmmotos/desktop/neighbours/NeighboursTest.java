package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.TillCounter;
import kmmotos.desktop.TillStock;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.SampleSignedCoupons;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several real tills in one shop, on real sockets.
@SuppressWarnings("NullAway.Init")
class NeighboursTest {
    @TempDir Path temp;
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(temp);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tillsOfAShopFindEachOtherAndKeepWhatTheOtherSells() {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));

        var sale = Rung.up(shop.till(1), Rung.PAD, 2);

        shop.awaitMirrored(1, 2);
        assertThat(shop.status(1, 2).receipt()).contains(sale.receiptNumber());
        assertThat(
                        temp.resolve("till-2/till/mirror")
                                .resolve(Shop.device(1).toString())
                                .resolve(shop.till(1).journal().incarnation().toString()))
                .isDirectory();
    }

    @Test
    void aTillThatWasOffGetsWhatItMissed() {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        shop.stop(2);
        for (int i = 0; i < 30; i++) {
            shop.sell(1, Rung.PAD, 1);
        }
        shop.start(2);
        shop.awaitMirrored(1, 2);

        assertThat(shop.onHand(2, Rung.PAD)).isEqualTo(Quantity.of(-20));
    }

    @Test
    void aTillWithAKeyThatHeadOfficeDidNotTellIsRefused() {
        shop.open(1, 2);
        String _ = shop.enrol(3);
        shop.awaitConnected(1, 2);
        shop.start(3);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));

        shop.sell(1, Rung.PAD, 1);
        shop.awaitMirrored(1, 2);

        assertThat(shop.till(1).neighbours().status()).hasSize(1);
        assertThat(shop.till(3).neighbours().port()).isZero();
    }

    @Test
    void aRevokedTillIsLeftAndRefused() {
        shop.open(1, 2, 3);
        shop.awaitConnected(1, 2, 3);

        shop.revoke(3);

        Shop.await("till 1 has left till 3", () -> !shop.status(1, 3).isConnected());
        Shop.await("till 2 has left till 3", () -> !shop.status(2, 3).isConnected());
        Shop.await("till 3 is refused by both", () -> !shop.status(3, 1).isConnected());
        Shop.await("till 3 is refused by both", () -> !shop.status(3, 2).isConnected());
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        shop.sell(1, Rung.PAD, 1);
        shop.awaitMirrored(1, 2);
        assertThat(shop.till(1).neighbours().status()).hasSize(1);
    }

    @Test
    void aTillWithoutALineSendsThroughItsNeighbour() {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));

        shop.sell(1, Rung.PAD, 1);
        shop.sell(1, Rung.PAD, 1);

        Shop.await("the server has it", () -> shop.server().events() == 2);
        Shop.await("till 1 knows", () -> shop.till(1).sync().status().backlog() == 0);
        assertThat(shop.server().carried()).contains(Shop.device(2) + " for " + Shop.device(1));
        assertThat(shop.till(1).neighbours().carrier())
                .hasValueSatisfying(by -> assertThat(by.number()).isEqualTo(2));
    }

    @Test
    void stockHoldsWhatTheNeighbourSoldAndCountsItOnce() {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));

        shop.sell(1, Rung.PAD, 3);
        shop.sell(2, Rung.PAD, 1);

        Shop.await("2 knows of 1", () -> shop.onHand(2, Rung.PAD).equals(Quantity.of(6)));
        Shop.await("1 knows of 2", () -> shop.onHand(1, Rung.PAD).equals(Quantity.of(6)));
        shop.server().repair(Shop.device(1));
        shop.server().repair(Shop.device(2));
        Shop.await("the server told both", () -> shop.server().events() == 2 && isTold(1, 2, 3));
        assertThat(shop.onHand(1, Rung.PAD)).isEqualTo(Quantity.of(6));
        assertThat(shop.onHand(2, Rung.PAD)).isEqualTo(Quantity.of(6));
        shop.stop(2);
        shop.start(2);
        assertThat(shop.onHand(2, Rung.PAD)).isEqualTo(Quantity.of(6));
    }

    /// Whether the figures that the server knows hold both sales at both tills.
    private boolean isTold(int one, int other, long sold) {
        return List.of(one, other).stream()
                .allMatch(number -> told(number).equals(Quantity.of(10 - sold - 1)));
    }

    private Quantity told(int number) {
        var till = shop.till(number);
        return till.database()
                .read(session -> till.stores().stock().toldOnHand(session, SamplePrices.PAD));
    }

    @Test
    void whatABrokenTillHadNotSentComesFromItsNeighbour() throws Exception {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        for (int i = 0; i < 5; i++) {
            shop.sell(1, Rung.PAD, 1);
        }
        shop.awaitMirrored(1, 2);
        shop.stop(1);
        deleteAll(temp.resolve("till-1"));
        shop.stop(2);
        shop.server().repair(Shop.device(2));

        shop.start(2);

        Shop.await("the server has all five", () -> shop.server().events() == 5);
    }

    private static void deleteAll(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aFixedAddressIsEnoughWhereNothingIsBroadcast() {
        shop.open(1);
        String _ = shop.enrol(2);
        Shop.await("till 1 listens", () -> shop.till(1).neighbours().port() > 0);
        int at = shop.till(1).neighbours().port();
        shop.configure(2, new NeighbourSettings(true, 0, List.of("127.0.0.1:" + at), true));
        shop.tellOf(2);
        shop.start(2);

        Shop.await("2 found 1", () -> shop.status(2, 1).isConnected());
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        shop.sell(2, Rung.PAD, 1);
        shop.awaitMirrored(2, 1);
    }

    @Test
    void aCouponThatANeighbourTookIsUsedUpHereToo() {
        SignedCoupon signed = SampleSignedCoupons.tenPercent(1);
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        Rung.withCoupon(shop.till(1), signed.coupon().code());
        Shop.await(
                "2 heard of it",
                () -> !new TillCounter(shop.till(2)).spent(List.of(signed.coupon())).isEmpty());
    }

    /// Till 1 sold 2 of 10, which only till 2 has heard; there are 7 on the shelf.
    @Test
    void aCountLeavesOutWhatOnlyANeighbourTold() {
        shop.open(1, 2);
        shop.awaitConnected(1, 2);
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
        shop.sell(1, Rung.PAD, 2);
        Shop.await("2 heard of it", () -> shop.onHand(2, Rung.PAD).equals(Quantity.of(8)));

        new TillStock(shop.till(2), Locale.ENGLISH)
                .count(
                        List.of(new StockBook.Counted(Rung.PAD, Quantity.of(7), Quantity.of(8))),
                        SampleStaff.CARLA,
                        Optional.empty());

        assertThat(shop.onHand(2, Rung.PAD)).isEqualTo(Quantity.of(7));
        assertThat(told(2)).isEqualTo(Quantity.of(9));
        shop.server().repair(Shop.device(1));
        shop.server().repair(Shop.device(2));
        Shop.await("the server told 2 of the sale", () -> told(2).equals(Quantity.of(7)));
        assertThat(shop.onHand(2, Rung.PAD)).isEqualTo(Quantity.of(7));
    }
}
