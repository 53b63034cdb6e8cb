package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;

class TransferModelsTest {

    private static final Sku OIL = new Sku("OIL-20W50-1L");
    private static final Sku PLUG = new Sku("SPK-CR8E");
    private static final Sku PAD = new Sku("BRK-CG160-F");

    private final SampleStockBook book = new SampleStockBook();
    private final SampleTransferBook transfers = new SampleTransferBook(book);
    private final Workplace workplace = SampleWorkplace.of(Role.SUPERVISOR);
    private final SendModel send = new SendModel(workplace, book, transfers);
    private final ArrivalModel arrival = new ArrivalModel(workplace, book, transfers);

    @Test
    void scannedGoodsLeaveForTheChosenStore() {
        send.refresh();
        send.scanned(PAD.value());
        send.typed("4");
        send.send(send.shops().stream().findFirst());
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(10));
        assertThat(send.lines()).isEmpty();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("KM Motos Campinas");
    }

    @Test
    void aBoxNeedsGoodsAndAStore() {
        send.send(Optional.empty());
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("box is empty");
        send.scanned(PAD.value());
        send.send(Optional.empty());
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Choose the store");
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(14));
    }

    @Test
    void aCashierDoesNotSendButTakesIn() {
        var cashier = SampleWorkplace.of(Role.CASHIER);
        var sending = new SendModel(cashier, book, transfers);
        sending.scanned(PAD.value());
        sending.send(transfers.others().stream().findFirst());
        assertThat(SampleWorkplace.lastMessage(cashier)).contains("role may not");
        var taking = new ArrivalModel(cashier, book, transfers);
        taking.refresh();
        taking.scanned(OIL.value());
        taking.book();
        assertThat(onHand(OIL)).isEqualTo(Quantity.of(121));
    }

    @Test
    void aScanFindsTheTransferThatWaitsForIt() {
        arrival.refresh();
        arrival.scanned(PLUG.value());
        assertThat(arrival.chosenProperty().get()).isPresent();
        assertThat(arrival.lines()).hasSize(2);
        assertThat(arrival.lines().getLast().left()).isEqualTo(Quantity.ONE);
    }

    @Test
    void whatIsMissingStaysOnItsWay() {
        arrival.refresh();
        arrival.scanned(OIL.value());
        arrival.typed("10");
        arrival.book();
        assertThat(onHand(OIL)).isEqualTo(Quantity.of(130));
        assertThat(arrival.lines()).isEmpty();
        assertThat(arrival.incoming().getFirst().lines().getFirst().open())
                .isEqualTo(Quantity.of(2));
    }

    @Test
    void allThatWasSentComesWithOnePress() {
        arrival.refresh();
        arrival.choose(arrival.incoming().getFirst());
        arrival.cameAll();
        arrival.book();
        assertThat(onHand(OIL)).isEqualTo(Quantity.of(132));
        assertThat(onHand(PLUG)).isEqualTo(Quantity.of(50));
        assertThat(arrival.incoming()).isEmpty();
    }

    @Test
    void moreThanWasSentAndSomethingElseMayCome() {
        arrival.refresh();
        arrival.choose(arrival.incoming().getFirst());
        arrival.scanned(PAD.value());
        arrival.scanned(PLUG.value());
        arrival.typed("3");
        assertThat(arrival.lines().getLast().left()).isEqualTo(Quantity.of(-1));
        arrival.book();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(15));
        assertThat(onHand(PLUG)).isEqualTo(Quantity.of(51));
    }

    @Test
    void nothingIsTakenInWithoutATransferOrGoods() {
        arrival.book();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Choose what is on its way");
        arrival.scanned(PAD.value());
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Choose what is on its way");
        arrival.refresh();
        arrival.choose(arrival.incoming().getFirst());
        arrival.book();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Nothing is unpacked");
        arrival.typed("2");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Scan an item first");
    }

    @Test
    void whatIsBeingUnpackedStaysWhenNewsComes() {
        arrival.refresh();
        arrival.scanned(OIL.value());
        arrival.refresh();
        assertThat(arrival.lines().getFirst().arrived()).isEqualTo(Quantity.ONE);
    }

    private Quantity onHand(Sku sku) {
        return book.item(sku).orElseThrow().onHand();
    }
}
