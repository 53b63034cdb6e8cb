package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.TillParked;
import kmmotos.desktop.sales.ParkedElsewhere.Taking;
import kmmotos.desktop.sales.ParkedSale;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sale is parked at one till and taken up at another: by exactly one.
@SuppressWarnings("NullAway.Init")
class ParkedAroundTest {
    @TempDir Path temp;
    private Shop shop;
    private final ParkedSale sale =
            new ParkedSale(
                    new UUID(1, 2),
                    TestTill.NOW,
                    "Ana",
                    Basket.EMPTY.plus(Rung.PAD, "standard", Quantity.ONE),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Money.parse("89.90", SampleStores.BRL),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    false,
                    Optional.empty());

    @BeforeEach
    void open() {
        shop = new Shop(temp).open(1, 2, 3);
        shop.awaitConnected(1, 2, 3);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aParkedSaleIsTakenByExactlyOneTill() {
        park();
        ParkedSale at2 = awaitShown(2);
        ParkedSale at3 = awaitShown(3);

        assertThat(at(2).take(at2)).isEqualTo(new Taking.Taken(sale));
        assertThat(at(3).take(at3)).isEqualTo(new Taking.Gone());
        assertThat(shop.till(1).parked().claim(sale.saleId())).isEmpty();
        assertThat(shop.till(2).parked().all()).containsExactly(sale);
        Shop.await("3 sees it no more at till 1", () -> shownAt(3, 1).isEmpty());
        assertThat(shop.till(1).parked().forOthers()).isEmpty();
    }

    @Test
    void whatIsInFrontAtItsOwnTillIsNotTaken() {
        park();
        ParkedSale shown = awaitShown(2);
        assertThat(shop.till(1).parked().claim(sale.saleId())).isPresent();

        assertThat(at(2).take(shown)).isEqualTo(new Taking.Gone());
    }

    @Test
    void onlyTheTillThatHasItGivesItAway() {
        park();
        ParkedSale shown = awaitShown(2);
        shop.stop(1);

        assertThat(at(2).take(shown)).isEqualTo(new Taking.NoAnswer());
        assertThat(shop.till(2).parked().all()).isEmpty();
        assertThat(shop.start(1).parked().all()).containsExactly(sale);
    }

    /// The owner has given it to till 2, and the answer was lost on the way.
    @Test
    void aSaleThatWasGivenAndNeverArrivedComesAgainToTheSameTillOnly() {
        park();
        ParkedSale at3 = awaitShown(3);
        assertThat(shop.till(1).parked().handOut(sale.saleId(), Shop.device(2).value()))
                .isPresent();
        shop.till(1).neighbours().parkedChanged();

        assertThat(at(3).take(at3)).isEqualTo(new Taking.Gone());
        Shop.await("3 sees it no more", () -> at(3).shown().isEmpty());
        Shop.await("2 sees that it is its own", () -> awaitShown(2).handedTo().isPresent());
        assertThat(at(2).take(awaitShown(2))).isEqualTo(new Taking.Taken(sale));
    }

    private void park() {
        shop.till(1).parked().keep(sale);
        shop.till(1).neighbours().parkedChanged();
    }

    private TillParked at(int number) {
        return new TillParked(shop.till(number));
    }

    private List<ParkedSale> shownAt(int number, int owner) {
        return at(number).shown().stream()
                .filter(shown -> shown.elsewhere().orElseThrow().number() == owner)
                .toList();
    }

    private ParkedSale awaitShown(int number) {
        Shop.await("till %d sees it".formatted(number), () -> !shownAt(number, 1).isEmpty());
        return shownAt(number, 1).getFirst();
    }
}
