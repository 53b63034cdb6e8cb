package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kmmotos.desktop.purchasing.ReorderModel;
import kmmotos.desktop.purchasing.SampleReorderBook;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;

/// What a shop proposes to get, without a window.
class ReorderModelTest {

    private final SampleStockBook stock = new SampleStockBook();
    private final SampleReorderBook book = new SampleReorderBook(stock);
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final ReorderModel model = new ReorderModel(workplace, stock, book);

    private String said() {
        return SampleWorkplace.lastMessage(workplace);
    }

    @Test
    void whatRunsShortIsProposedWithWhatIsThereAndComing() {
        model.refresh();
        model.propose();
        assertThat(book.proposed())
                .containsExactly(
                        List.of(
                                new ReorderProposal.Line(
                                        new Sku("CBL-INOX-M"),
                                        Quantity.of(42),
                                        Quantity.of(-2),
                                        Quantity.ZERO),
                                new ReorderProposal.Line(
                                        new Sku("BRK-CG160-R"),
                                        Quantity.of(10),
                                        Quantity.of(6),
                                        Quantity.of(4))));
        assertThat(model.lines()).isEmpty();
        assertThat(said()).contains("2 items are proposed");
    }

    @Test
    void peopleChangeAndAddAndTakeOut() {
        model.refresh();
        model.remove(model.lines().getFirst());
        model.choose(model.lines().getFirst());
        model.typed("12");
        model.scanned("SPK-CR8E");
        model.typed("50");
        assertThat(model.lines())
                .extracting(line -> line.wanted())
                .containsExactly(Quantity.of(50), Quantity.of(12));
        model.refresh();
        assertThat(model.lines()).hasSize(3);
        assertThat(model.lines().get(1).wanted()).isEqualTo(Quantity.of(12));
    }

    @Test
    void nothingIsProposedWithoutAnItemOrANumber() {
        model.propose();
        assertThat(said()).contains("list is empty");
        model.typed("3");
        assertThat(said()).contains("Scan an item first");
        model.scanned("SPK-CR8E");
        model.typed("0");
        assertThat(said()).contains("no quantity");
    }
}
