package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.SampleApprovals;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortageModelTest {

    private final SampleStockBook stock = new SampleStockBook();
    private final SampleShortageBook book = new SampleShortageBook(stock);
    private final Workplace workplace = SampleWorkplace.of(Role.SUPERVISOR);
    private final ApprovalModel approvals =
            SampleApprovals.at(workplace, SampleStaff.CARLA, "3333");
    private final ShortageModel model = new ShortageModel(workplace, stock, book, approvals);

    @BeforeEach
    void look() {
        model.refresh();
    }

    @Test
    void anotherShopIsAskedForWhatIsMissing() {
        var shortage = model.shortages().getFirst();
        model.ask(shortage, shortage.elsewhere().getFirst());

        assertThat(book.asked().getFirst().lines().getFirst().quantity()).isEqualTo(Quantity.of(2));
        assertThat(model.shortages().getFirst().asked()).hasSize(1);
        assertThat(said()).isEqualTo("KM Motos Campinas was asked.");
    }

    @Test
    void foundGoodsAreBookedAsACount() {
        var before = stock.item(SampleShortageBook.PLUG).orElseThrow().onHand();
        model.found(model.shortages().getFirst(), before.plus(Quantity.of(4)).toString());

        assertThat(stock.item(SampleShortageBook.PLUG).orElseThrow().onHand())
                .isEqualTo(before.plus(Quantity.of(4)));
    }

    @Test
    void aCountThatIsNoNumberIsNotBooked() {
        model.found(model.shortages().getFirst(), "many");

        assertThat(said()).isEqualTo("Type how many are there.");
    }

    @Test
    void anOrderIsCancelledWithAReasonOnly() {
        var order = model.shortages().getFirst().orders().getFirst();
        model.cancel(order.orderId(), order.number(), "");
        assertThat(book.cancelled()).isEmpty();

        model.cancel(order.orderId(), order.number(), "all damaged");
        assertThat(book.cancelled()).containsExactly("all damaged");
        assertThat(model.shortages().getFirst().orders()).isEmpty();
    }

    @Test
    void whatAnotherShopAsksForIsSentOnce() {
        model.send(model.wishes().getFirst());

        assertThat(model.wishes()).isEmpty();
        assertThat(said()).contains("KM Motos Campinas");
    }

    @Test
    void aCashierAsksNobody() {
        Workplace cashier = SampleWorkplace.of(Role.CASHIER);
        ShortageModel theirs = new ShortageModel(cashier, stock, book, approvals);
        theirs.refresh();
        var shortage = theirs.shortages().getFirst();
        theirs.ask(shortage, shortage.elsewhere().getFirst());

        assertThat(book.asked()).isEmpty();
        assertThat(theirs.mayCount()).isFalse();
    }

    private String said() {
        return workplace.messages().shown().getLast().text();
    }
}
