package kmmotos.model.staff;

/// Something that not everybody may do.
public enum Permission {
    SELL,
    DISCOUNT,
    OVERRIDE_PRICE,
    RETURN_GOODS,
    VOID_LINE,
    OPEN_SHIFT,
    CLOSE_SHIFT,
    READ_SHIFT,
    APPROVE,
    HAND_OVER_ORDER,
    RECEIVE_STOCK,
    ADJUST_STOCK,
    SETTLE_PAYMENT,
    CONFIGURE_TILL,
    READ_CHAIN,
    IMPORT_CATALOGUE,
    ADMINISTER_PRICES,
    ADMINISTER_STAFF,
    ADMINISTER_STORES,
    REPAIR_EXCEPTIONS
}
