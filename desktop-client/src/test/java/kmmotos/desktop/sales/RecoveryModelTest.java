package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sales put aside, and what a crash leaves. A brake pad costs 49.90, a chain kit 189.00.
class RecoveryModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void aParkedSaleComesBackAsItWas() {
        at.type("2*KT-520-118");
        at.type("/5");
        at.type("c zé");
        var due = at.due();
        at.models.parking().park();
        assertThat(at.due()).isEqualTo("0.00");
        at.scan(PAD);
        at.models.parking().recall(at.models.parking().parked().getFirst());
        assertThat(at.due()).isEqualTo(due);
        assertThat(at.models.parking().parked()).hasSize(1);
    }

    @Test
    void theOpenSaleIsBackAfterACrash() {
        at.scan(PAD);
        at.scan(KIT);
        var afterwards = new CounterFixture(folder).open();
        afterwards.models.recovery().lookAround();
        assertThat(afterwards.due()).isEqualTo("238.90");
        assertThat(afterwards.lastMessage()).contains("is back");
    }

    @Test
    void aFinishedSaleIsNotBackAfterARestart() {
        at.scan(PAD);
        at.pay("");
        var afterwards = new CounterFixture(folder).open();
        afterwards.models.recovery().lookAround();
        assertThat(afterwards.due()).isEqualTo("0.00");
    }

    @Test
    void aSaleWrittenDownJustBeforeACrashIsNotSoldAgain() throws IOException {
        at.scan(PAD);
        var kept = folder.resolve(at.sale().sale().saleId() + ".parked.json");
        var before = Files.readAllBytes(kept);
        at.pay("");
        assertThat(kept).doesNotExist();
        Files.write(kept, before);
        at.sale().begin();
        at.models.recovery().lookAround();
        assertThat(at.due()).isEqualTo("0.00");
    }

    @Test
    void aCardPaymentCutOffByACrashIsAskedAboutAndCounts() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        var afterwards = restart();
        assertThat(afterwards.models.recovery().questionProperty().get()).isPresent();
        afterwards.models.recovery().wasTaken("A20");
        var sale = afterwards.books.sales.getLast();
        assertThat(sale.total().amount()).isEqualTo("49.90");
        assertThat(afterwards.books.begun).isEmpty();
    }

    @Test
    void aCardPaymentThatWasNotTakenLeavesTheSaleOpen() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        var afterwards = restart();
        afterwards.models.recovery().wasNotTaken();
        assertThat(afterwards.books.journal).last().isInstanceOf(Event.PaymentAbandoned.class);
        assertThat(afterwards.due()).isEqualTo("49.90");
        assertThat(afterwards.models.recovery().questionProperty().get()).isEmpty();
    }

    private CounterFixture restart() {
        var afterwards = new CounterFixture(folder).open();
        at.books.begun.values().forEach(afterwards.books::intend);
        afterwards.models.recovery().lookAround();
        return afterwards;
    }
}
