package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kmmotos.desktop.ui.Background;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From Total to the change. A brake pad costs 49.90, a chain kit 189.00.
class CheckoutModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void exactCashIsOneEnterAfterTotal() {
        at.scan(PAD);
        var sale = at.pay("");
        assertThat(sale.total().amount()).isEqualTo("49.90");
        assertThat(sale.tax().amount()).isEqualTo("7.61");
        assertThat(CheckoutModel.change(sale).isZero()).isTrue();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
        assertThat(at.books.handedOut).containsExactly(sale);
        assertThat(at.books.projections).isPositive();
    }

    @Test
    void theNextCustomerIsServedWhileTheBooksWait() {
        List<Callable<?>> waiting = new ArrayList<>();
        Background busy =
                new Background() {
                    @Override
                    public <T> void run(
                            Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                        waiting.add(work);
                    }
                };
        at = new CounterFixture(folder, Locale.ENGLISH, Background.direct(), busy).open();
        int before = at.books.projections;
        at.scan(PAD);
        var _ = at.pay("");
        at.scan(KIT);
        var _ = at.pay("");
        assertThat(at.books.handedOut).hasSize(2);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
        assertThat(waiting).hasSize(2);
        assertThat(at.books.projections).isEqualTo(before);
    }

    @Test
    void moreCashGivesChange() {
        at.scan(PAD);
        assertThat(CheckoutModel.change(at.pay("100")).amount()).isEqualTo("50.10");
    }

    @Test
    void enterTwiceDoesNotPayTwice() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("");
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
    }

    @Test
    void aBarcodeInTheAmountIsNoCash() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("7891000000");
        assertThat(at.books.sales).isEmpty();
        assertThat(at.lastMessage()).contains("Was a barcode scanned");
    }

    @Test
    void theNextScanStartsTheNextSale() {
        at.scan(PAD);
        at.pay("");
        at.scan(KIT);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.due()).isEqualTo("189.00");
    }

    @Test
    void aScanWhilePayingIsSaidAndNotAdded() {
        at.scan(PAD);
        at.models.checkout().total();
        at.scan(KIT);
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.lastMessage()).contains("is being paid");
    }

    @Test
    void aCardPaymentIsWrittenDownBeforeTheTerminalIsAsked() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        assertThat(at.books.journal).last().isInstanceOf(Event.PaymentIntended.class);
        assertThat(at.terminal.waiting()).isPresent();
        at.models.checkout().tender().confirmByHand("A17");
        assertThat(at.books.sales.getLast().tenders())
                .singleElement()
                .isInstanceOfSatisfying(
                        Tender.Card.class, card -> assertThat(card.reference()).isEqualTo("A17"));
    }

    @Test
    void aDeclinedCardLeavesTheAmountOpen() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("");
        at.models.checkout().tender().refuseByHand("declined");
        assertThat(at.books.journal).last().isInstanceOf(Event.PaymentAbandoned.class);
        assertThat(at.books.sales).isEmpty();
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
    }

    @Test
    void aCardNeverPaysMoreThanIsDue() {
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().card("60");
        assertThat(at.terminal.waiting()).isEmpty();
        assertThat(at.lastMessage()).contains("49.90");
    }

    @Test
    void aFullDiskLosesNothingAndIsTriedAgain() {
        at.scan(PAD);
        at.models.checkout().total();
        at.books.diskFull = true;
        at.models.checkout().cash("");
        assertThat(at.books.handedOut).isEmpty();
        assertThat(at.lastMessage()).contains("NOT written down");
        at.books.diskFull = false;
        at.models.checkout().cash("");
        assertThat(at.books.sales).hasSize(1);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
    }

    @Test
    void withoutAShiftNothingIsPaid() {
        var closed = new CounterFixture(folder);
        closed.signIn(SampleStaff.ANA, "1111");
        closed.scan(PAD);
        closed.models.checkout().total();
        assertThat(closed.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(closed.lastMessage()).contains("No shift is open");
    }
}
