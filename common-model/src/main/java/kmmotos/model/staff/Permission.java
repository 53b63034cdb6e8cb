package kmmotos.model.staff;

/// Something that not everybody may do.
public enum Permission {
    SELL,
    DISCOUNT,
    OVERRIDE_PRICE,
    RETURN_GOODS,
    /// Take goods back without a receipt.
    RETURN_WITHOUT_RECEIPT,
    /// Reverse a whole sale of the shift.
    VOID_SALE,
    VOID_LINE,
    OPEN_SHIFT,
    CLOSE_SHIFT,
    READ_SHIFT,
    /// See what should be in a drawer before it is counted.
    SEE_EXPECTED_CASH,
    PAY_IN,
    PAY_OUT,
    DROP_CASH,
    OPEN_DRAWER,
    EDIT_CUSTOMER,
    /// Give a customer another group's prices.
    SET_PRICE_GROUP,
    APPROVE,
    HAND_OVER_ORDER,
    RECEIVE_STOCK,
    /// Take in more of a purchase order than its tolerance lets in.
    OVER_RECEIVE,
    ADJUST_STOCK,
    COUNT_STOCK,
    SEND_STOCK,
    SET_ASIDE_STOCK,
    SETTLE_PAYMENT,
    CONFIGURE_TILL,
    READ_REPORTS,
    /// See who did what at the till.
    READ_AUDIT,
    READ_CHAIN,
    IMPORT_CATALOGUE,
    ADMINISTER_PRICES,
    ORDER_GOODS,
    ADMINISTER_STAFF,
    ADMINISTER_STORES,
    ADMINISTER_CREDIT,
    SOLVE_SHORTAGES,
    REPAIR_EXCEPTIONS,
    IMPORT_JOURNAL
}
