package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Reverses a sale of the shift that was a mistake: all its goods come back, and the money goes
/// back as it was paid, by a receipt of its own. Nothing that was written down is changed.
public final class VoidModel {
    private final SaleDesk desk;
    private final ParkModel parking;
    private final CheckoutModel checkout;
    private final LineModel lines;

    VoidModel(SaleDesk desk, ParkModel parking, CheckoutModel checkout, LineModel lines) {
        this.desk = desk;
        this.parking = parking;
        this.checkout = checkout;
        this.lines = lines;
    }

    /// The sale that was just finished, or else the last one.
    public void last() {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().latestSales(1),
                        latest ->
                                latest.stream()
                                        .findFirst()
                                        .ifPresentOrElse(
                                                this::begin, () -> desk.note("sales.reprint.none")),
                        desk.failed("sales.lookup.failed"));
    }

    public void begin(Sale sale) {
        var refusal = refusal(sale);
        if (refusal.isPresent()) {
            desk.refuse(refusal.get(), sale.receiptNumber());
        } else if (desk.signIn().may(Permission.VOID_SALE)) {
            lookUp(sale, Optional.empty());
        } else {
            desk.approvals()
                    .ask(
                            desk.texts()
                                    .get(
                                            "sales.approve.void",
                                            sale.receiptNumber(),
                                            desk.money(sale.total())),
                            member -> member.role().may(Permission.VOID_SALE),
                            by -> lookUp(sale, Optional.of(by).map(StaffMember::staffId)));
        }
    }

    /// Why it can't be reversed, if so.
    private Optional<String> refusal(Sale sale) {
        var shift = desk.sale().shift().map(ShiftOpening::shiftId);
        if (!shift.equals(Optional.of(sale.shiftId()))) {
            return Optional.of("sales.void_sale.other_shift");
        }
        if (sale.orderId().isPresent()) {
            return Optional.of("sales.void_sale.order");
        }
        if (sale.tenders().stream().anyMatch(Tender::standsAlone)) {
            return Optional.of("sales.void_sale.loads");
        }
        boolean onlySells =
                sale.lines().stream().allMatch(line -> line.kind() == SaleLine.Kind.SALE);
        return onlySells ? Optional.empty() : Optional.of("sales.void_sale.returns");
    }

    private void lookUp(Sale sale, Optional<UUID> approvedBy) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().receipt(sale.receiptNumber().toString()),
                        found -> {
                            if (found instanceof ReceiptFound.Found(SoldBefore sold)) {
                                reverse(sale, sold, approvedBy);
                            } else {
                                desk.refuse("sales.receipt.unknown", sale.receiptNumber());
                            }
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void reverse(Sale sale, SoldBefore sold, Optional<UUID> approvedBy) {
        boolean whole =
                sold.lines().stream().allMatch(line -> sold.returnedOf(line).equals(Quantity.ZERO));
        if (!whole) {
            desk.refuse("sales.void_sale.returned", sale.receiptNumber());
            return;
        }
        if (!parking.park()) {
            return;
        }
        desk.sale().begin();
        var choice = new ReturnModel(sold, desk.sale().sale());
        choice.because(Returned.Reason.VOIDED);
        choice.chooseAll();
        UnaryOperator<SaleLine> approved =
                line ->
                        line.withReturned(
                                approvedBy
                                        .map(by -> choice.why().approvedBy(by))
                                        .orElse(choice.why()));
        List<SaleLine> back = choice.refunds().stream().map(approved).toList();
        lines.addReturns(sold.receipt(), back);
        desk.note("sales.void_sale.begun", sale.receiptNumber());
        checkout.total();
    }
}
