package kmmotos.model.shifts;

/// Why a drawer is opened without a sale, and where the money comes from or goes to.
public enum CashPurpose {
    CHANGE_FROM_SAFE(Kind.PAID_IN, "safe"),
    OTHER_INCOME(Kind.PAID_IN, "other_income"),
    EXPENSE(Kind.PAID_OUT, "expenses"),
    SUPPLIER(Kind.PAID_OUT, "suppliers"),
    STAFF_ADVANCE(Kind.PAID_OUT, "staff_advances"),
    TO_SAFE(Kind.SAFE_DROP, "safe"),
    GIVING_CHANGE(Kind.NO_SALE, ""),
    LOOKING_INSIDE(Kind.NO_SALE, ""),
    OTHER_REASON(Kind.NO_SALE, "");

    /// What happens to the drawer's money.
    public enum Kind {
        PAID_IN,
        PAID_OUT,
        SAFE_DROP,
        /// Opened, and nothing moved.
        NO_SALE;

        /// Whether it leaves less in the drawer.
        public boolean takesOut() {
            return this == PAID_OUT || this == SAFE_DROP;
        }

        public boolean movesMoney() {
            return this != NO_SALE;
        }
    }

    private final Kind kind;
    private final String account;

    CashPurpose(Kind kind, String account) {
        this.kind = kind;
        this.account = account;
    }

    public Kind kind() {
        return kind;
    }

    /// The ledger's account at the other side of `cash`; empty if nothing moves.
    public String account() {
        return account;
    }

    /// Whether it has to be said in words what it is for.
    public boolean needsNote() {
        return switch (this) {
            case OTHER_INCOME, EXPENSE, SUPPLIER, STAFF_ADVANCE, OTHER_REASON -> true;
            case CHANGE_FROM_SAFE, TO_SAFE, GIVING_CHANGE, LOOKING_INSIDE -> false;
        };
    }
}
