package kmmotos.model.staff;

import static kmmotos.model.staff.Permission.ADJUST_STOCK;
import static kmmotos.model.staff.Permission.APPROVE;
import static kmmotos.model.staff.Permission.CLOSE_SHIFT;
import static kmmotos.model.staff.Permission.CONFIGURE_TILL;
import static kmmotos.model.staff.Permission.COUNT_STOCK;
import static kmmotos.model.staff.Permission.DISCOUNT;
import static kmmotos.model.staff.Permission.HAND_OVER_ORDER;
import static kmmotos.model.staff.Permission.IMPORT_JOURNAL;
import static kmmotos.model.staff.Permission.OPEN_SHIFT;
import static kmmotos.model.staff.Permission.OVERRIDE_PRICE;
import static kmmotos.model.staff.Permission.READ_SHIFT;
import static kmmotos.model.staff.Permission.RECEIVE_STOCK;
import static kmmotos.model.staff.Permission.REPAIR_EXCEPTIONS;
import static kmmotos.model.staff.Permission.RETURN_GOODS;
import static kmmotos.model.staff.Permission.SELL;
import static kmmotos.model.staff.Permission.SEND_STOCK;
import static kmmotos.model.staff.Permission.SETTLE_PAYMENT;
import static kmmotos.model.staff.Permission.SET_ASIDE_STOCK;
import static kmmotos.model.staff.Permission.SOLVE_SHORTAGES;
import static kmmotos.model.staff.Permission.VOID_LINE;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/// What a member of staff is, which decides what they may do and how much discount they may give.
public enum Role {
    CASHIER(
            "5",
            EnumSet.of(
                    SELL,
                    DISCOUNT,
                    RETURN_GOODS,
                    VOID_LINE,
                    OPEN_SHIFT,
                    CLOSE_SHIFT,
                    READ_SHIFT,
                    HAND_OVER_ORDER,
                    RECEIVE_STOCK,
                    SETTLE_PAYMENT)),
    SUPERVISOR(
            "15", with(CASHIER, APPROVE, OVERRIDE_PRICE, COUNT_STOCK, SEND_STOCK, SET_ASIDE_STOCK)),
    MANAGER(
            "40",
            with(
                    SUPERVISOR,
                    ADJUST_STOCK,
                    CONFIGURE_TILL,
                    SOLVE_SHORTAGES,
                    REPAIR_EXCEPTIONS,
                    IMPORT_JOURNAL)),
    HEAD_OFFICE("100", EnumSet.allOf(Permission.class));

    private final BigDecimal discountLimitPercent;
    private final Set<Permission> permissions;

    Role(String discountLimitPercent, Set<Permission> permissions) {
        this.discountLimitPercent = new BigDecimal(discountLimitPercent);
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

    private static Set<Permission> with(Role lesser, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(lesser.permissions);
        all.addAll(Set.of(more));
        return all;
    }
}
