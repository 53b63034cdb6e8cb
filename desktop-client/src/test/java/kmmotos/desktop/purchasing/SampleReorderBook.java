package kmmotos.desktop.purchasing;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.stock.StockBook;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.StaffMember;

/// Cable and brake shoes run short; four pairs of shoes are coming.
public final class SampleReorderBook implements ReorderBook {

    private final StockBook stock;
    private final List<List<ReorderProposal.Line>> proposed = new ArrayList<>();

    public SampleReorderBook(StockBook stock) {
        this.stock = stock;
    }

    @Override
    public List<Wanted> runningShort(int atMost) {
        return List.of(wanted("CBL-INOX-M", 0, 42), wanted("BRK-CG160-R", 4, 10));
    }

    private Wanted wanted(String sku, long coming, long quantity) {
        return new Wanted(
                stock.item(new Sku(sku)).orElseThrow(), Quantity.of(coming), Quantity.of(quantity));
    }

    @Override
    public void propose(List<ReorderProposal.Line> lines, StaffMember by) {
        proposed.add(lines);
    }

    public List<List<ReorderProposal.Line>> proposed() {
        return List.copyOf(proposed);
    }
}
