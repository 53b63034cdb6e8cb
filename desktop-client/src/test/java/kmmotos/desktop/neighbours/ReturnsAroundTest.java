package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.desktop.TillCounter;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goods come back at another till of the shop than they were sold at, without head office.
@SuppressWarnings("NullAway.Init")
class ReturnsAroundTest {
    @TempDir Path temp;
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(temp).open(1, 2);
        shop.awaitConnected(1, 2);
        // What the server confirms before a neighbour has asked for it is not kept there.
        shop.server().cut(Shop.device(1));
        shop.server().cut(Shop.device(2));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ReceiptFound find(int till, Sale sale) {
        return new TillCounter(shop.till(till)).receipt(sale.receiptNumber().toString());
    }

    private SoldBefore awaitFound(int till, Sale sale) {
        Shop.await(
                "the receipt at till " + till,
                () -> find(till, sale) instanceof ReceiptFound.Found);
        return ((ReceiptFound.Found) find(till, sale)).sold();
    }

    @Test
    void aReceiptOfANeighbourIsFoundInWhatIsKeptOfItsJournal() {
        Sale sale = Rung.up(shop.till(1), Rung.PAD, 3);

        SoldBefore sold = awaitFound(2, sale);

        assertThat(sold.proof()).isEqualTo(Proof.NEIGHBOUR);
        assertThat(sold.lines()).isEqualTo(sale.lines());
    }

    @Test
    void whatANeighbourTookBackDoesNotComeBackHereAgain() {
        Sale sale = Rung.up(shop.till(1), Rung.PAD, 3);
        SoldBefore _ = awaitFound(2, sale);
        Sale _ = Rung.back(shop.till(2), sale, Quantity.ZERO, 2);

        Shop.await(
                "the return at till 1",
                () -> {
                    SoldBefore sold = awaitFound(1, sale);
                    return sold.returnable(sold.lines().getFirst()).equals(Quantity.ONE);
                });
        assertThat(awaitFound(1, sale).proof()).isEqualTo(Proof.OWN_BOOKS);
    }
}
