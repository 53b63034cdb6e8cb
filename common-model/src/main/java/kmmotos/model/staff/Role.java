package kmmotos.model.staff;

import static kmmotos.model.staff.Permission.ADJUST_STOCK;
import static kmmotos.model.staff.Permission.APPROVE;
import static kmmotos.model.staff.Permission.CLOSE_SHIFT;
import static kmmotos.model.staff.Permission.CONFIGURE_TILL;
import static kmmotos.model.staff.Permission.COUNT_STOCK;
import static kmmotos.model.staff.Permission.DISCOUNT;
import static kmmotos.model.staff.Permission.DROP_CASH;
import static kmmotos.model.staff.Permission.EDIT_CUSTOMER;
import static kmmotos.model.staff.Permission.HAND_OVER_ORDER;
import static kmmotos.model.staff.Permission.IMPORT_JOURNAL;
import static kmmotos.model.staff.Permission.OPEN_DRAWER;
import static kmmotos.model.staff.Permission.OPEN_SHIFT;
import static kmmotos.model.staff.Permission.OVERRIDE_PRICE;
import static kmmotos.model.staff.Permission.OVER_RECEIVE;
import static kmmotos.model.staff.Permission.PAY_IN;
import static kmmotos.model.staff.Permission.PAY_OUT;
import static kmmotos.model.staff.Permission.READ_AUDIT;
import static kmmotos.model.staff.Permission.READ_REPORTS;
import static kmmotos.model.staff.Permission.READ_SHIFT;
import static kmmotos.model.staff.Permission.RECEIVE_STOCK;
import static kmmotos.model.staff.Permission.REPAIR_EXCEPTIONS;
import static kmmotos.model.staff.Permission.RETURN_GOODS;
import static kmmotos.model.staff.Permission.RETURN_WITHOUT_RECEIPT;
import static kmmotos.model.staff.Permission.SEE_EXPECTED_CASH;
import static kmmotos.model.staff.Permission.SELL;
import static kmmotos.model.staff.Permission.SEND_STOCK;
import static kmmotos.model.staff.Permission.SETTLE_PAYMENT;
import static kmmotos.model.staff.Permission.SET_ASIDE_STOCK;
import static kmmotos.model.staff.Permission.SET_PRICE_GROUP;
import static kmmotos.model.staff.Permission.SOLVE_SHORTAGES;
import static kmmotos.model.staff.Permission.VOID_LINE;
import static kmmotos.model.staff.Permission.VOID_SALE;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import kmmotos.model.money.Money;

/// What a member of staff is, which decides what they may do and how much discount they may give.
public enum Role {
    /// Rings up like a cashier, but somebody else approves each sale before it is paid.
    TRAINEE("0", new Limits(0, 0, 0, 0), EnumSet.of(VOID_LINE, READ_SHIFT)),
    CASHIER(
            "5",
            new Limits(100, 500, 100, 100),
            EnumSet.of(
                    SELL,
                    DISCOUNT,
                    RETURN_GOODS,
                    RETURN_WITHOUT_RECEIPT,
                    VOID_LINE,
                    OPEN_SHIFT,
                    CLOSE_SHIFT,
                    READ_SHIFT,
                    PAY_IN,
                    PAY_OUT,
                    DROP_CASH,
                    EDIT_CUSTOMER,
                    HAND_OVER_ORDER,
                    RECEIVE_STOCK,
                    SETTLE_PAYMENT)),
    SUPERVISOR(
            "15",
            new Limits(1_000, 5_000, 1_000, 500),
            with(
                    CASHIER,
                    APPROVE,
                    OVERRIDE_PRICE,
                    SEE_EXPECTED_CASH,
                    OPEN_DRAWER,
                    READ_REPORTS,
                    VOID_SALE,
                    COUNT_STOCK,
                    OVER_RECEIVE,
                    SEND_STOCK,
                    SET_ASIDE_STOCK)),
    MANAGER(
            "40",
            new Limits(10_000, 50_000, 10_000, 5_000),
            with(
                    SUPERVISOR,
                    SET_PRICE_GROUP,
                    ADJUST_STOCK,
                    CONFIGURE_TILL,
                    READ_AUDIT,
                    SOLVE_SHORTAGES,
                    REPAIR_EXCEPTIONS,
                    IMPORT_JOURNAL)),
    HEAD_OFFICE(
            "100",
            new Limits(1_000_000, 1_000_000, 1_000_000, 1_000_000),
            EnumSet.allOf(Permission.class));

    /// In whole units of whatever money the shop takes.
    private record Limits(long payOut, long cashRefund, long unprovenReturn, long correction) {}

    private final BigDecimal discountLimitPercent;
    private final Limits limits;
    private final Set<Permission> permissions;

    Role(String discountLimitPercent, Limits limits, Set<Permission> permissions) {
        this.discountLimitPercent = new BigDecimal(discountLimitPercent);
        this.limits = limits;
        this.permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// The most that a line or a basket may be reduced without another person's approval, in
    /// percent.
    public BigDecimal discountLimitPercent() {
        return discountLimitPercent;
    }

    /// The most that may be paid out of a drawer at once without another person's approval. Money
    /// that goes into the safe or comes into the drawer has no limit.
    public Money payOutLimit(Currency currency) {
        return whole(limits.payOut(), currency);
    }

    /// The most cash that is given back for the goods of a sale without another person's approval.
    public Money cashRefundLimit(Currency currency) {
        return whole(limits.cashRefund(), currency);
    }

    /// The most that goods may be worth that are taken back without a receipt and without another
    /// person's approval.
    public Money unprovenReturnLimit(Currency currency) {
        return whole(limits.unprovenReturn(), currency);
    }

    /// The most that goods may be worth by which the stock is corrected at once, by a correction or
    /// a count, without another person's approval.
    public Money correctionLimit(Currency currency) {
        return whole(limits.correction(), currency);
    }

    private static Money whole(long units, Currency currency) {
        return Money.parse(Long.toString(units), currency);
    }

    private static Set<Permission> with(Role lesser, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(lesser.permissions);
        all.addAll(Set.of(more));
        return all;
    }
}
