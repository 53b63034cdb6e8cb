package kmmotos.desktop.stock;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;

/// How much stock a person may make or lose by a stroke of the pen: beyond their role's limit
/// somebody else types their PIN.
final class Corrections {

    private final Workplace workplace;
    private final StockBook book;
    private final ApprovalModel approvals;

    Corrections(Workplace workplace, StockBook book, ApprovalModel approvals) {
        this.workplace = workplace;
        this.book = book;
        this.approvals = approvals;
    }

    /// Goes on at once, or when somebody has allowed it.
    ///
    /// @param differences by item; what is found counts as what is missing does
    void ifAllowed(
            Map<Sku, Quantity> differences, Consumer<Optional<StaffMember>> goOn, Runnable failed) {
        workplace
                .background()
                .run(() -> book.worth(differences), worth -> ask(worth, goOn), _ -> failed.run());
    }

    private void ask(Money worth, Consumer<Optional<StaffMember>> goOn) {
        Money limit = workplace.operator().get().role().correctionLimit(worth.currency());
        if (worth.compareTo(limit) <= 0) {
            goOn.accept(Optional.empty());
            return;
        }
        var formats = workplace.formats();
        approvals.ask(
                workplace
                        .texts()
                        .get("stock.beyond_limit", formats.money(worth), formats.money(limit)),
                member -> member.role().correctionLimit(worth.currency()).compareTo(worth) >= 0,
                by -> goOn.accept(Optional.of(by)));
    }

    ApprovalModel approvals() {
        return approvals;
    }
}
