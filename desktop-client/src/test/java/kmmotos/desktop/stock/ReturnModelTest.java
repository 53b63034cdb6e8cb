package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.purchasing.ReturnModel;
import kmmotos.desktop.purchasing.SampleReturnBook;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.SlipText;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;

/// Goods that go back to a supplier, without a window.
class ReturnModelTest {

    private final SampleStockBook stock = new SampleStockBook();
    private final SampleReturnBook book = new SampleReturnBook();
    private final List<Slip> printed = new ArrayList<>();
    private final Workplace workplace = SampleWorkplace.of(Role.SUPERVISOR);
    private final ReturnModel model = new ReturnModel(workplace, stock, book, printed::add);

    private String said() {
        return SampleWorkplace.lastMessage(workplace);
    }

    @Test
    void scannedGoodsGoBackWithAReasonAndASlip() {
        model.refresh();
        model.scanned("BRK-CG160-F");
        model.typed("2");
        model.giveBack(model.suppliers().getFirst(), Reason.DAMAGED, "NF 4711");
        assertThat(book.given().getFirst().lines())
                .containsExactly(new SupplierReturn.Line(new Sku("BRK-CG160-F"), Quantity.of(2)));
        assertThat(SlipText.of(printed.getFirst(), new PaperLayout(48)))
                .contains("Torque", "Pastilha de freio", "NF 4711");
        assertThat(model.lines()).isEmpty();
        assertThat(said()).contains("Torque");
    }

    @Test
    void aReturnNeedsGoodsAndSomebodyWhoGetsThem() {
        model.giveBack("Torque", Reason.DAMAGED, "");
        assertThat(said()).contains("Nothing goes back");
        model.scanned("BRK-CG160-F");
        model.giveBack(" ", Reason.DAMAGED, "");
        assertThat(said()).contains("who gets the goods");
        model.typed("0");
        assertThat(said()).contains("no quantity");
        assertThat(book.given()).isEmpty();
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void aCashierGivesNothingBack() {
        var cashier = SampleWorkplace.of(Role.CASHIER);
        var theirs = new ReturnModel(cashier, stock, book, printed::add);
        theirs.scanned("BRK-CG160-F");
        theirs.giveBack("Torque", Reason.DAMAGED, "");
        assertThat(SampleWorkplace.lastMessage(cashier)).contains("role may not");
        assertThat(printed).isEmpty();
    }
}
