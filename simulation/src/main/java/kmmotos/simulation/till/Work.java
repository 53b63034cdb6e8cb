package kmmotos.simulation.till;

/// What people do at a till.
public enum Work {
    OPEN_SHIFT,
    SELL,
    SELL_BY_CARD,
    /// On a lease: only newer programs can read such a sale.
    SELL_ON_ACCOUNT,
    /// The terminal is asked, and its answer stays out.
    BEGIN_CARD,
    GIVE_UP_CARD,
    TAKE_BACK,
    RECEIVE,
    ADJUST,
    VOID_LINE,
    COUNT,
    SEND,
    TAKE_IN,
    ASK_FOR_GOODS,
    PICK_ORDER,
    REFUSE_ORDER,
    SHELVE_ORDER,
    HAND_OVER_ORDER,
    CLOSE_SHIFT
}
