package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.StaffMember;

/// Turns the paid sale into a fact. First the journal, on disk; then the drawer and the receipt;
/// then the books. A printer that fails or books that can't be written never undo a sale: both are
/// made good later.
public final class Checkout {
    private final Counter counter;
    private final HandOut handOut;

    /// Opens the drawer and prints; must not block and must not throw.
    @FunctionalInterface
    public interface HandOut {
        /// @param drawer which of the register's
        void handOut(Sale sale, int drawer);
    }

    public Checkout(Counter counter, HandOut handOut) {
        this.counter = counter;
        this.handOut = handOut;
    }

    /// What was paid for, frozen on the window's thread.
    public record Paid(
            OpenSale sale,
            List<SaleLine> lines,
            List<Tender> tenders,
            ShiftOpening shift,
            StaffMember staff,
            Money total) {}

    /// What came of finishing a sale.
    public sealed interface Completed {
        record Sold(Sale sale) implements Completed {}

        /// These parts are not paid: their lease has ended. Nothing was written down.
        record LeasesEnded(List<Tender> parts) implements Completed {}

        /// These coupons were used elsewhere meanwhile. Nothing was written down.
        record CouponsSpent(List<Coupon> coupons) implements Completed {}
    }

    /// Called away from the window's thread.
    public Completed complete(Paid paid) {
        var spent = counter.books().spent(paid.sale().basket().coupons());
        if (!spent.isEmpty()) {
            return new Completed.CouponsSpent(spent);
        }
        var ended = counter.leases().ended(paid.tenders());
        return ended.isEmpty() ? new Completed.Sold(write(paid)) : new Completed.LeasesEnded(ended);
    }

    private Sale write(Paid paid) {
        var couponLeases = couponLeases(paid.sale().basket().coupons());
        var sale = counter.journal().complete(number -> sale(paid, couponLeases, number));
        handOut.handOut(sale, paid.shift().drawer());
        return sale;
    }

    /// The leases on those coupons that have a limited number of uses; without a connection there
    /// may be none.
    private List<UUID> couponLeases(List<Coupon> coupons) {
        return coupons.stream()
                .filter(coupon -> coupon.maxUses().isPresent())
                .map(coupon -> counter.leases().find(LeaseSubject.coupon(coupon.code()), 1))
                .filter(LeaseFound.Held.class::isInstance)
                .map(found -> ((LeaseFound.Held) found).leaseId())
                .toList();
    }

    private Sale sale(Paid paid, List<UUID> couponLeases, ReceiptNumber number) {
        var store = counter.books().store();
        return new Sale(
                paid.sale().saleId(),
                number,
                store.storeId(),
                counter.device(),
                paid.shift().shiftId(),
                paid.shift().businessDay(),
                counter.clock().get(),
                paid.staff().staffId(),
                paid.sale().customer().map(customer -> customer.customerId()),
                paid.lines(),
                paid.tenders(),
                paid.total(),
                paid.sale().basket().coupons().stream().map(Coupon::code).toList(),
                paid.sale().orderId(),
                priceList(paid.sale()),
                paid.sale().reference(),
                couponLeases,
                paid.sale().note(OpenSale.WHOLE),
                paid.sale().parts().bike());
    }

    private static Optional<String> priceList(OpenSale sale) {
        return sale.articles().values().stream()
                .map(Article::priceListId)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
