package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Paying in parts: what was taken stays taken until somebody takes it back by name. A chain kit
/// costs 189.00, a brake pad 49.90.
class SplitTenderTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void ringUpAChainKit() {
        at = new CounterFixture(folder).open();
        at.scan(KIT);
        at.models.checkout().total();
    }

    private void payByCard(String amount, String reference) {
        at.models.checkout().card(amount);
        at.models.checkout().tender().confirmByHand(reference);
    }

    private List<String> parts() {
        return at.models.checkout().tender().tenders().stream()
                .map(part -> part.amount().amount())
                .toList();
    }

    private String left() {
        return at.models.checkout().tender().dueProperty().get().orElseThrow().amount();
    }

    private void takeBack(int part) {
        var checkout = at.models.checkout();
        checkout.takeBack(checkout.tender().tenders().get(part));
    }

    private CounterFixture restart() {
        var afterwards = new CounterFixture(folder).open();
        at.books.begun.values().forEach(afterwards.books::intend);
        afterwards.models.recovery().lookAround();
        return afterwards;
    }

    @Test
    void thePartsAddUp() {
        at.models.checkout().cash("100");
        payByCard("", "A18");
        assertThat(at.books.sales.getLast().tenders())
                .extracting(part -> part.amount().amount())
                .containsExactly("100.00", "89.00");
    }

    @Test
    void goingBackKeepsEveryLineAndEveryPart() {
        at.models.checkout().cash("100");
        at.models.checkout().back();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(parts()).containsExactly("100.00");
        at.scan(PAD);
        at.models.checkout().total();
        assertThat(left()).isEqualTo("138.90");
        at.models.checkout().cash("");
        assertThat(at.books.sales.getLast().tenders())
                .extracting(part -> part.amount().amount())
                .containsExactly("100.00", "138.90");
    }

    @Test
    void aTakenCardSurvivesGoingBack() {
        payByCard("100", "A19");
        at.models.checkout().back();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        at.models.checkout().total();
        assertThat(left()).isEqualTo("89.00");
    }

    @Test
    void nobodyLeavesWhileTheTerminalIsAsked() {
        at.models.checkout().card("100");
        at.models.checkout().back();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        assertThat(at.lastMessage()).contains("card terminal is at work");
    }

    @Test
    void aCashPartTakenBackIsDueAgainAndHandedBack() {
        at.models.checkout().cash("100");
        at.models.checkout().cash("50");
        takeBack(0);
        assertThat(parts()).containsExactly("50.00");
        assertThat(left()).isEqualTo("139.00");
        assertThat(at.lastMessage()).contains("Hand").contains("100.00");
    }

    @Test
    void aCardPartLeavesOnlyWithItsEnd() {
        payByCard("100", "A20");
        takeBack(0);
        assertThat(at.books.journal).last().isInstanceOf(Event.PaymentAbandoned.class);
        assertThat(parts()).isEmpty();
        assertThat(left()).isEqualTo("189.00");
    }

    @Test
    void aCardPartStaysWhileItsEndCantBeWrittenDown() {
        payByCard("100", "A20");
        at.books.diskFull = true;
        takeBack(0);
        assertThat(parts()).containsExactly("100.00");
        at.books.diskFull = false;
        at.models.checkout().cash("");
        assertThat(at.books.sales.getLast().tenders()).hasSize(2);
    }

    @Test
    void aPaidSaleThatIsNotWrittenDownYetGivesNothingBack() {
        at.books.diskFull = true;
        at.models.checkout().cash("");
        takeBack(0);
        at.models.checkout().back();
        assertThat(parts()).containsExactly("189.00");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        assertThat(at.lastMessage()).contains("not written down yet");
    }

    @Test
    void aPartPaidSaleIsNotPutAside() {
        at.models.checkout().cash("100");
        at.models.checkout().back();
        assertThat(at.models.parking().park()).isFalse();
        assertThat(at.due()).isEqualTo("189.00");
        assertThat(at.lastMessage()).contains("take that part back first");
    }

    @Test
    void aSaleThatIsBeingPaidIsNotPutAside() {
        assertThat(at.models.parking().park()).isFalse();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
    }

    @Test
    void voidingAllLinesForgetsNoMoney() {
        at.models.checkout().cash("100");
        at.models.checkout().back();
        at.models.lines().voidAll();
        assertThat(at.sale().rows()).isEmpty();
        assertThat(parts()).containsExactly("100.00");
        at.models.checkout().total();
        assertThat(at.lastMessage()).contains("something is paid");
        takeBack(0);
        assertThat(at.sale().sale().isEmpty()).isTrue();
    }

    @Test
    void voidingWhilePayingDoesNothing() {
        at.models.lines().voidAll();
        assertThat(at.sale().rows()).hasSize(1);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
    }

    @Test
    void whatWasPaidTooMuchAfterAVoidIsPaidBack() {
        at.models.checkout().cash("100");
        at.models.checkout().back();
        at.scan(PAD);
        at.models.lines().voidChosen();
        at.sale().choose(1);
        at.models.lines().voidChosen();
        at.scan(PAD);
        at.models.checkout().total();
        assertThat(left()).isEqualTo("-50.10");
        at.models.checkout().cash("");
        assertThat(at.books.sales.getLast().tenders())
                .extracting(part -> part.amount().amount())
                .containsExactly("100.00", "-50.10");
    }

    @Test
    void thePartsAreBackAfterACrash() {
        at.models.checkout().cash("50");
        payByCard("100", "A21");
        var afterwards = restart();
        assertThat(afterwards.models.recovery().questionProperty().get()).isEmpty();
        afterwards.models.checkout().total();
        afterwards.models.checkout().cash("");
        assertThat(afterwards.books.sales.getLast().tenders())
                .extracting(Tender::kind)
                .containsExactly("cash", "card", "cash");
    }

    @Test
    void aPartCancelledJustBeforeACrashDoesNotCount() throws IOException {
        payByCard("100", "A22");
        var kept = folder.resolve(at.sale().sale().saleId() + ".parked.json");
        var before = Files.readAllBytes(kept);
        takeBack(0);
        Files.write(kept, before);
        var afterwards = restart();
        assertThat(afterwards.due()).isEqualTo("189.00");
        assertThat(afterwards.models.checkout().tender().tenders()).isEmpty();
    }

    @Test
    void aCustomerNamedWhilePayingChangesWhatIsDue() {
        at.models.checkout().back();
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().cash("100");
        at.type("c zé");
        assertThat(left()).isEqualTo("128.90");
        at.models.checkout().cash("");
        assertThat(at.books.sales.getLast().total().amount()).isEqualTo("228.90");
    }

    @Test
    void theNextSaleBeginsUnpaid() {
        at.models.checkout().cash("100");
        at.models.checkout().cash("");
        at.models.checkout().next();
        assertThat(parts()).isEmpty();
    }

    @Test
    void aSaleKeptBeforePartsWereKeptStillOpens() throws IOException {
        at.models.checkout().back();
        var kept = folder.resolve(at.sale().sale().saleId() + ".parked.json");
        var older = Files.readString(kept).replace("\"paid\":[],", "");
        assertThat(older).doesNotContain("paid");
        Files.writeString(kept, older);
        assertThat(restart().due()).isEqualTo("189.00");
    }
}
