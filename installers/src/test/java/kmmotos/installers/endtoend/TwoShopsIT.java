package kmmotos.installers.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kmmotos.installers.demo.WebShopper;
import kmmotos.installers.drill.TwoShops;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One chain goes through all of it, and at the end its books must be right.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoShopsIT {
    private TwoShops shops;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        shops = new TwoShops(folder);
    }

    @AfterAll
    void close() {
        shops.close();
    }

    @Test
    @Order(1)
    void aSaleOfEachShopIsSeenAtHeadOffice() {
        shops.first().ask("sell PART-1 2");
        shops.second().ask("sell PART-1 1");
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void aShopWithoutALineSellsOnAndCatchesUp() {
        shops.line().cut();
        shops.second().ask("sell PART-2 3");
        shops.second().ask("sell PART-3 1");
        shops.first().ask("sell PART-2 1");
        shops.first().ask("sync");
        assertThat(shops.salesAtHeadOffice()).isEqualTo(3);
        shops.line().repair();
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(5);
    }

    @Test
    @Order(3)
    void aWebOrderIsReservedPickedAndHandedOver() {
        WebShopper.Placed order = shops.order(TwoShops.FIRST, 4);
        shops.first().ask("pick " + order.number());
        String handed =
                shops.first().ask("hand-over " + order.number() + " " + order.code().value());
        assertThat(handed).startsWith("handed S1-1-1-");
        assertThat(shops.first().ask("stock PART-4")).isEqualTo("stock 4999");
        confirmAll();
    }

    @Test
    @Order(4)
    void anOrderThatCameBeforeTheLineWasCutIsHandedOverOffline() {
        WebShopper.Placed order = shops.order(TwoShops.SECOND, 5);
        shops.second().ask("pick " + order.number());
        shops.line().cut();
        shops.second().ask("hand-over " + order.number() + " " + order.code().value());
        shops.line().repair();
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(7);
    }

    @Test
    @Order(5)
    void aTillKilledBetweenJournalAndDatabaseHasItsSaleAfterwards() {
        shops.first().askToDie("sell-and-die PART-6 1");
        shops.first().startAgain();
        String receipts = shops.first().ask("receipts");
        assertThat(shops.first().ask("sales")).isEqualTo(receipts.replace("receipts", "sales"));
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(8);
    }

    @Test
    @Order(6)
    void aServerKilledBetweenCommitAndReplyCountsTheSaleOnce() throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        shops.line()
                .loseNextAnswerTo(
                        "POST /sync/v1/devices/",
                        () -> {
                            shops.server().kill();
                            dead.countDown();
                        });
        shops.second().ask("sell PART-7 1");
        assertThat(dead.await(2, TimeUnit.MINUTES)).isTrue();
        shops.second().ask("sell PART-7 1");
        shops.server().startAgain();
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(10);
    }

    @Test
    @Order(7)
    void aLineThatIsCutWhileSendingLosesNothing() {
        for (int i = 0; i < 10; i++) {
            shops.second().ask("sell PART-8 1");
            if (i % 3 == 0) {
                shops.line().cut();
            }
            if (i % 3 == 1) {
                shops.line().repair();
            }
        }
        shops.line().repair();
        confirmAll();
        assertThat(shops.salesAtHeadOffice()).isEqualTo(20);
        assertThat(shops.second().ask("stock PART-8")).isEqualTo("stock 4990");
    }

    @Test
    @Order(8)
    void afterwardsEveryInvariantHolds() {
        shops.first().ask("close");
        shops.second().ask("close");
        confirmAll();
        assertThat(shops.first().ask("compare")).isEqualTo("differ []");
        assertThat(shops.second().ask("compare")).isEqualTo("differ []");
        assertThat(shops.violationsAfterwards()).isEmpty();
    }

    private void confirmAll() {
        shops.first().ask("sync");
        shops.second().ask("sync");
    }
}
