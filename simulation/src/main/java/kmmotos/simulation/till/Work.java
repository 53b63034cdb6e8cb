package kmmotos.simulation.till;

/// What people do at a till.
public enum Work {
    OPEN_SHIFT,
    /// Beside the one that is open, of one person at a drawer of their own.
    OPEN_OWN_SHIFT,
    SELL,
    SELL_BY_CARD,
    /// The receipt names the motorcycle.
    SELL_FOR_BIKE,
    /// As one kit, each part with a serial number.
    SELL_KIT,
    SELL_FOR_FOREIGN_CASH,
    SELL_ON_ACCOUNT,
    PAY_OFF_ACCOUNT,
    SELL_GIFT_CARD,
    LOAD_GIFT_CARD,
    PAY_BY_GIFT_CARD,
    /// A customer shows a gift card and buys nothing.
    LEAVE,
    /// The same, and what was set aside for it goes back at once.
    GIVE_BACK,
    SELL_WITH_COUPON,
    SET_ASIDE,
    /// The terminal is asked, and its answer stays out.
    BEGIN_CARD,
    GIVE_UP_CARD,
    TAKE_BACK,
    RECEIVE,
    /// With serial numbers.
    RECEIVE_NUMBERED,
    /// What head office ordered.
    RECEIVE_ORDER,
    /// Tell head office what the shop would like to get.
    PROPOSE,
    /// Put an item into another bin.
    PUT_AWAY,
    ADJUST,
    GIVE_BACK_TO_SUPPLIER,
    VOID_LINE,
    COUNT,
    SEND,
    TAKE_IN,
    ASK_FOR_GOODS,
    PICK_ORDER,
    REFUSE_ORDER,
    SHELVE_ORDER,
    HAND_OVER_ORDER,
    MOVE_CASH,
    WRITE_DOWN_CUSTOMER,
    /// Somebody signs in: the audit log tells.
    SIGN_IN,
    LOSE_SALE,
    QUOTE,
    ORDER_AT_COUNTER,
    MOVE_COUNTER_ORDER,
    TAKE_DEPOSIT,
    ASK_FOR_MAIL,
    CLOSE_SHIFT
}
