package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gift cards and credit at the counter. A brake pad costs 49.90.
class GiftCardModelTest {
    private static final GiftCardNumber CARD = FakeLeases.number("a customer's");

    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
        at.leases.free.put(CARD.cardId().toString(), 3_000L);
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private Sale last() {
        return at.books.sales.getLast();
    }

    private void total() {
        at.models.checkout().total();
    }

    @Test
    void aCardIsSoldForCashAndIsNoGoods() {
        at.type("g 50");
        total();
        at.models.checkout().cash("");
        Sale sale = last();
        assertThat(sale.lines()).isEmpty();
        assertThat(sale.total().isZero()).isTrue();
        assertThat(sale.tenders()).hasSize(2);
        Tender.GiftCard card = (Tender.GiftCard) sale.tenders().getFirst();
        assertThat(card.amount()).isEqualTo(money("-50.00"));
        assertThat(at.leases.card(card.serial().orElseThrow()).cardId()).isEqualTo(card.cardId());
        assertThat(sale.tenders().getLast()).isEqualTo(Tender.Cash.exactly(money("50.00")));
    }

    @Test
    void aCardSoldWithGoodsTakesNoDiscount() {
        at.scan(PAD);
        at.type("g 50");
        at.type("//5");
        total();
        at.models.checkout().cash("");
        assertThat(last().total()).isLessThan(money("49.90"));
        assertThat(last().tenders().getLast().amount())
                .isEqualTo(last().total().plus(money("50.00")));
    }

    @Test
    void aScannedCardPaysWhatIsOnItAndTheRestIsCash() {
        at.scan(PAD);
        total();
        at.scan(CARD.code());
        assertThat(at.models.checkout().tender().dueProperty().get()).contains(money("19.90"));
        assertThat(at.lastMessage()).contains("30.00");
        at.models.checkout().cash("");
        assertThat(last().tenders().getFirst())
                .isEqualTo(
                        new Tender.GiftCard(
                                CARD.cardId(),
                                CARD.lastFour(),
                                money("30.00"),
                                java.util.Optional.of(new UUID(7, 1)),
                                java.util.Optional.empty()));
    }

    @Test
    void withoutAConnectionACardThatIsNotLeasedIsRefusedInWords() {
        at.leases.isOnline = false;
        at.scan(PAD);
        total();
        at.scan(CARD.code());
        assertThat(at.lastMessage()).contains("no connection").contains("another way to pay");
        assertThat(at.models.checkout().tender().tenders()).isEmpty();
        at.models.giftCards().cancel();
        at.models.checkout().cash("");
        assertThat(last().tenders()).containsExactly(Tender.Cash.exactly(money("49.90")));
    }

    @Test
    void aPartTakenBackGivesItsLeaseBack() {
        at.scan(PAD);
        total();
        at.scan(CARD.code());
        at.models.checkout().takeBack(at.models.checkout().tender().tenders().getFirst());
        assertThat(at.leases.released).containsExactly(new UUID(7, 1));
        assertThat(at.models.checkout().tender().dueProperty().get()).contains(money("49.90"));
    }

    @Test
    void aLeaseThatEndedBeforeTheSaleWasFinishedPaysNothing() {
        at.scan(PAD);
        total();
        at.scan(CARD.code());
        at.leases.held.clear();
        at.models.checkout().cash("");
        assertThat(at.books.sales).isEmpty();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        assertThat(at.models.checkout().tender().dueProperty().get()).contains(money("30.00"));
        at.models.checkout().cash("");
        assertThat(last().tenders())
                .isEqualTo(
                        List.of(
                                Tender.Cash.exactly(money("19.90")),
                                Tender.Cash.exactly(money("30.00"))));
    }

    @Test
    void aReturnIsPaidBackOnANewCard() {
        at.type("-");
        at.scan(PAD);
        total();
        assertThat(at.models.giftCards().pay("")).isTrue();
        at.models.giftCards().answer("");
        Tender.GiftCard card = (Tender.GiftCard) last().tenders().getFirst();
        assertThat(card.amount()).isEqualTo(money("-49.90"));
        assertThat(card.serial()).isPresent();
    }

    @Test
    void theBalanceIsToldWhenACardIsScannedAtTheCounter() {
        at.scan(CARD.code());
        assertThat(at.lastMessage()).contains(CARD.lastFour()).contains("30.00");
    }

    @Test
    void aCustomerBuysOnAccountWithinTheirCredit() {
        var customer = SampleCustomers.WORKSHOP;
        at.leases.free.put(customer.customerId().toString(), 6_000L);
        at.scan(PAD);
        at.models.omnibox().pick(customer);
        String due = at.due();
        total();
        assertThat(at.models.accounts().pay("")).isTrue();
        assertThat(last().tenders())
                .containsExactly(
                        new Tender.Account(
                                customer.customerId(),
                                money(due),
                                java.util.Optional.of(new UUID(7, 1))));

        at.models.checkout().next();
        at.scan(PAD);
        at.models.omnibox().pick(customer);
        total();
        at.models.accounts().pay("");
        assertThat(at.books.sales).hasSize(1);
        assertThat(at.lastMessage()).contains("may go on account now");
    }

    @Test
    void aCustomerPaysOffTheirAccount() {
        at.models.omnibox().pick(SampleCustomers.WORKSHOP);
        at.type("a 100");
        total();
        at.models.checkout().cash("");
        assertThat(last().total().isZero()).isTrue();
        assertThat(last().tenders().getFirst())
                .isEqualTo(
                        new Tender.Account(
                                SampleCustomers.WORKSHOP.customerId(),
                                money("-100.00"),
                                java.util.Optional.empty()));
    }
}
