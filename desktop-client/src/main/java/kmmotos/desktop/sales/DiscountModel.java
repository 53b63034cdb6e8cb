package kmmotos.desktop.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Prices and discounts given by hand, and coupons. What is over the limit of the person at the
/// till needs somebody else who may.
public final class DiscountModel {
    private final SaleDesk desk;

    public DiscountModel(SaleDesk desk) {
        this.desk = desk;
    }

    /// Percent off the chosen line; 0 takes its discount away.
    public void line(BigDecimal percent) {
        var line = desk.sale().chosenLine();
        if (line.isEmpty()) {
            desk.note("sales.choose_line");
            return;
        }
        int lineId = line.get().lineId();
        allowed(
                percent,
                desk.texts().get("sales.approve.line_discount", percent(percent)),
                () -> {
                    var sale = desk.sale();
                    sale.change(
                            sale.sale().withLine(lineId, it -> it.withDiscount(off(percent))),
                            lineId);
                });
    }

    /// Percent off the whole sale; 0 takes the discount away.
    public void basket(BigDecimal percent) {
        allowed(
                percent,
                desk.texts().get("sales.approve.basket_discount", percent(percent)),
                () -> {
                    var sale = desk.sale();
                    sale.change(
                            sale.sale().withDiscount(off(percent)), sale.chosenProperty().get());
                });
    }

    /// Another price for the chosen line.
    public void ownPrice(BigDecimal price) {
        var line = desk.sale().chosenLine();
        if (line.isEmpty()) {
            desk.note("sales.choose_line");
            return;
        }
        if (price.stripTrailingZeros().scale() > UnitPrice.MAX_DECIMALS) {
            desk.refuse("sales.entry.number", price.toPlainString());
            return;
        }
        int lineId = line.get().lineId();
        var unit = new UnitPrice(price, desk.sale().store().currency());
        Predicate<StaffMember> mayPrice = member -> member.role().may(Permission.OVERRIDE_PRICE);
        ifAllowed(
                mayPrice,
                desk.texts().get("sales.approve.price", desk.formats().price(unit)),
                () -> setPrice(lineId, unit));
    }

    /// Articles whose label tells their price: a price by hand like any other, on a line of its
    /// own. Only a person can tell how much of what is sold by measure such a label stands for.
    void labelled(Article article, Quantity quantity, BigDecimal price) {
        var sale = desk.sale();
        if (sale.stateProperty().get() == SaleState.TENDER) {
            desk.warn("sales.scan.tender");
            return;
        }
        if (article.variant().unit().isDivisible() || !quantity.isWhole()) {
            desk.refuse("sales.scan.measure", article.name(sale.locale()));
            return;
        }
        sale.beginIfDone();
        var unit = new UnitPrice(price, sale.store().currency());
        Predicate<StaffMember> mayPrice = member -> member.role().may(Permission.OVERRIDE_PRICE);
        ifAllowed(
                mayPrice,
                desk.texts().get("sales.approve.price", desk.formats().price(unit)),
                () -> addLabelled(article, quantity, unit));
    }

    private void addLabelled(Article article, Quantity quantity, UnitPrice unit) {
        var sale = desk.sale();
        int lineId = sale.sale().basket().nextLineId();
        sale.change(
                sale.sale()
                        .plus(
                                article,
                                new BasketLine(
                                        lineId,
                                        article.sku(),
                                        article.product().taxCategory(),
                                        quantity,
                                        Optional.of(unit),
                                        Optional.empty())),
                lineId);
    }

    /// A coupon was typed or scanned.
    public void coupon(CouponFound found) {
        switch (found) {
            case CouponFound.Known known -> coupon(known);
            case CouponFound.Damaged _ -> desk.refuse("sales.coupon.damaged");
            case CouponFound.Forged _ -> desk.refuse("sales.coupon.forged");
            case CouponFound.UnknownKey _ -> desk.refuse("sales.coupon.unknown_key");
            case CouponFound.Withdrawn _ -> desk.refuse("sales.coupon.key_withdrawn");
            case CouponFound.OtherShop(var shop) ->
                    desk.refuse("sales.coupon.other_shop", shop.value());
            case CouponFound.NumberOnly(String code) ->
                    desk.refuse("sales.coupon.number_only", code);
        }
    }

    private void coupon(CouponFound.Known known) {
        var sale = desk.sale();
        var code = known.coupon().code();
        if (sale.sale().basket().coupons().stream().anyMatch(used -> used.code().equals(code))) {
            desk.refuse("sales.coupon.twice", code);
            return;
        }
        var context = sale.context(sale.sale());
        switch (known.coupon().check(context.day(), sale.priced().total(), known.usesSoFar())) {
            case Coupon.Answer.Accepted(Coupon coupon) -> {
                if (coupon.maxUses().isEmpty()) {
                    accept(coupon);
                } else {
                    hold(coupon);
                }
            }
            case Coupon.Answer.NotYet(LocalDate from) ->
                    desk.refuse("sales.coupon.not_yet", code, desk.formats().date(from));
            case Coupon.Answer.Expired(LocalDate until) ->
                    desk.refuse("sales.coupon.expired", code, desk.formats().date(until));
            case Coupon.Answer.BelowMinimum(Money minimum) ->
                    desk.refuse("sales.coupon.minimum", code, desk.money(minimum));
            case Coupon.Answer.UsedUp _ -> desk.refuse("sales.coupon.used", code);
            case Coupon.Answer.Withdrawn _ -> desk.refuse("sales.coupon.withdrawn", code);
        }
    }

    /// One of a limited number of uses is set aside for this till, so that nobody else is given it.
    /// Without a connection a coupon for one use is taken only if it is signed; one for more uses
    /// is counted later.
    private void hold(Coupon coupon) {
        desk.counter()
                .background()
                .run(
                        () -> leases().find(LeaseSubject.coupon(coupon.code()), 1),
                        found -> held(coupon, found),
                        desk.failed("sales.lookup.failed"));
    }

    private void held(Coupon coupon, LeaseFound found) {
        switch (found) {
            case LeaseFound.Held _ -> accept(coupon);
            case LeaseFound.NothingLeft(long held) ->
                    desk.refuse(
                            held > 0 ? "sales.coupon.elsewhere" : "sales.coupon.used",
                            coupon.code());
            case LeaseFound.Unknown _ -> desk.refuse("sales.coupon.unknown", coupon.code());
            case LeaseFound.Blocked _ -> desk.refuse("sales.coupon.withdrawn", coupon.code());
            case LeaseFound.Offline _ -> {
                if (coupon.maxUses().orElse(0) == 1 && !SignedCoupon.isCode(coupon.code())) {
                    desk.refuse("sales.coupon.offline", coupon.code());
                } else {
                    accept(coupon);
                }
            }
        }
    }

    private LeaseBook leases() {
        return desk.counter().leases();
    }

    private void giveBack(List<Coupon> coupons) {
        var limited = coupons.stream().filter(it -> it.maxUses().isPresent()).toList();
        if (!limited.isEmpty()) {
            desk.counter()
                    .background()
                    .run(
                            () -> {
                                limited.forEach(
                                        it -> leases().giveBack(LeaseSubject.coupon(it.code())));
                                return limited;
                            },
                            _ -> {},
                            desk.failed("sales.journal.failed"));
        }
    }

    /// Lines may have been voided since a coupon was taken. Those it no longer holds for go, and
    /// the clerk sees the new total before anything is paid. Answers whether one went.
    public boolean dropCouponsBelowMinimum() {
        var sale = desk.sale();
        var before = sale.sale().basket();
        var bare = sale.sale().withBasket(before.withCoupons(java.util.List.of()));
        var total = bare.priced(sale.taxes(), sale.context(bare)).total();
        var dropped =
                before.coupons().stream()
                        .filter(it -> it.minimum().filter(m -> total.compareTo(m) < 0).isPresent())
                        .toList();
        if (dropped.isEmpty()) {
            return false;
        }
        remove(dropped);
        dropped.forEach(it ->
                desk.warn(
                        "sales.coupon.dropped", it.code(), desk.money(it.minimum().orElseThrow())));
        return true;
    }

    public void removeCoupons() {
        remove(desk.sale().sale().basket().coupons());
    }

    /// Takes these coupons off the sale.
    void remove(List<Coupon> coupons) {
        var sale = desk.sale();
        var kept = new ArrayList<>(sale.sale().basket().coupons());
        kept.removeAll(coupons);
        giveBack(coupons);
        sale.change(
                sale.sale().withBasket(sale.sale().basket().withCoupons(kept)),
                sale.chosenProperty().get());
    }

    private void accept(Coupon coupon) {
        var sale = desk.sale();
        if (sale.stateProperty().get() != SaleState.SELL
                || sale.sale().basket().coupons().contains(coupon)) {
            return;
        }
        var all = new ArrayList<>(sale.sale().basket().coupons());
        all.add(coupon);
        sale.change(
                sale.sale().withBasket(sale.sale().basket().withCoupons(all)),
                sale.chosenProperty().get());
        desk.note("sales.coupon.taken", coupon.code());
    }

    private void setPrice(int lineId, UnitPrice unit) {
        var sale = desk.sale();
        sale.change(sale.sale().withLine(lineId, it -> it.withOwnPrice(Optional.of(unit))), lineId);
        if (unit.isZero()) {
            sale.chosenRow().ifPresent(row -> desk.warn("sales.price.zero", row.name()));
        }
    }

    private void allowed(BigDecimal percent, String what, Runnable apply) {
        ifAllowed(
                member ->
                        member.role().may(Permission.DISCOUNT)
                                && percent.compareTo(member.role().discountLimitPercent()) <= 0,
                what,
                apply);
    }

    private void ifAllowed(Predicate<StaffMember> mayDoIt, String what, Runnable apply) {
        if (desk.sale().stateProperty().get() != SaleState.SELL) {
            return;
        }
        if (desk.signIn().operator().filter(mayDoIt).isPresent()) {
            apply.run();
        } else {
            desk.approvals().ask(what, mayDoIt, _ -> apply.run());
        }
    }

    private static Optional<Discount> off(BigDecimal percent) {
        return percent.signum() == 0
                ? Optional.empty()
                : Optional.of(new Discount.PercentOff(percent));
    }

    private String percent(BigDecimal percent) {
        return desk.formats().percent(percent);
    }
}
