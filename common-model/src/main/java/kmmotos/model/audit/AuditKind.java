package kmmotos.model.audit;

/// What the audit log tells of.
public enum AuditKind {
    SIGNED_IN(true),
    LOCKED(true),
    WRONG_PIN(true),
    WRONG_BADGE(true),
    APPROVED(true),
    SETTING_CHANGED(true),
    PRICE_GIVEN(false),
    DISCOUNT_GIVEN(false),
    LINE_VOIDED(false),
    SALE_VOIDED(false),
    GOODS_RETURNED(false),
    DRAWER_OPENED(false),
    PAID_IN(false),
    PAID_OUT(false),
    SAFE_DROP(false),
    SHIFT_OPENED(false),
    SHIFT_CLOSED(false),
    STOCK_CORRECTED(false);

    private final boolean noted;

    AuditKind(boolean noted) {
        this.noted = noted;
    }

    /// Whether it is in the journal for the audit log alone; the others follow from facts that are
    /// there anyway.
    public boolean isNoted() {
        return noted;
    }
}
