package kmmotos.desktop.shifts;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.receipts.ReportLayout;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;

/// What the models of the shift screen share.
///
/// @param partPaid what is paid already of the sale that is open at the counter; empty if nothing
public record ShiftDesk(
        Workplace workplace,
        ShiftBook book,
        PrintQueue printer,
        Clock clock,
        ApprovalModel approvals,
        Supplier<Optional<Money>> partPaid) {

    static final String FAILED = "shifts.failed";

    Texts texts() {
        return workplace.texts();
    }

    StorePaper paper() {
        return StorePaper.of(workplace.store());
    }

    ReportLayout reports() {
        return new ReportLayout(paper());
    }

    String tillName() {
        return workplace.store().storeId() + "-" + workplace.till().number();
    }

    /// Who may not see what should be in the drawer counts blind.
    boolean seesExpected() {
        return workplace.may(Permission.SEE_EXPECTED_CASH);
    }

    void refuse(String key, Object... arguments) {
        workplace.messages().refuse(texts().get(key, arguments));
    }

    boolean refused(Permission permission) {
        if (workplace.may(permission)) {
            return false;
        }
        refuse("shifts.not_allowed");
        return true;
    }

    /// Empty, and the person is told, if it is no amount of 0 or more.
    Optional<Money> amount(String typed) {
        Optional<Money> amount =
                workplace
                        .typedNumbers()
                        .money(typed, workplace.store().currency())
                        .filter(money -> !money.isNegative());
        if (amount.isEmpty()) {
            refuse("shifts.no_amount", typed.strip());
        }
        return amount;
    }
}
