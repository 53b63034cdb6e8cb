package kmmotos.desktop.purchasing;

import java.util.List;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.StaffMember;

/// What the shop should get, and telling head office. What is written here is journaled and works
/// offline.
public interface ReorderBook {

    /// @param coming ordered from suppliers, or on its way from other stores
    /// @param wanted how much of it is proposed
    record Wanted(Item item, Quantity coming, Quantity wanted) {}

    /// What runs short, the most urgent first: what is available, compared with what is wanted.
    List<Wanted> runningShort(int atMost);

    void propose(List<ReorderProposal.Line> lines, StaffMember by);
}
