package kmmotos.desktop.keys;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a key can do at the counter, with the key that does it unless the store says otherwise.
/// This is the only place where a key of the counter is named.
public enum CounterKey {
    WHY("F1"),
    CUSTOMER("F2"),
    SEARCH("F3"),
    PARK("F4"),
    STOCK("F5"),
    CARD("F6"),
    ACCOUNT("F7"),
    GIFT_CARD("F8"),
    REPRINT("F9", EnumSet.of(State.SELL, State.DONE)),
    FOREIGN_CASH("F9", State.TENDER),
    RETURN("F10"),
    PICKUP("F11"),
    TOTAL("F12"),
    LOST_SALE("Insert"),
    DEPOSIT("Ctrl+D", EnumSet.of(State.SELL, State.DONE)),
    MAIL("Ctrl+E"),
    GIFT_RECEIPT("Ctrl+G"),
    LOCK("Ctrl+L"),
    QUOTE("Ctrl+Q"),
    WEIGH("Ctrl+W", State.SELL),
    VOID_ALL("Ctrl+Delete"),
    TAKE_BACK("Ctrl+Backspace", State.TENDER),
    REVERSE("Ctrl+Z", State.DONE),
    CARD_WAS_TAKEN("Ctrl+Y", State.SELL),
    CARD_WAS_NOT_TAKEN("Ctrl+N", State.SELL);

    /// Where the counter is: ringing up, taking money, done. Two actions may share a key if no
    /// state has both.
    public enum State {
        SELL,
        TENDER,
        DONE
    }

    private final String usual;
    private final Set<State> states;

    CounterKey(String usual) {
        this(usual, EnumSet.allOf(State.class));
    }

    CounterKey(String usual, State only) {
        this(usual, EnumSet.of(only));
    }

    CounterKey(String usual, Set<State> states) {
        this.usual = usual;
        this.states = states;
    }

    /// As [KeyName] writes it.
    public String usual() {
        return usual;
    }

    public boolean worksIn(State state) {
        return states.contains(state);
    }

    boolean meets(CounterKey other) {
        return states.stream().anyMatch(other.states::contains);
    }

    /// As it is called in the store's file and, after `keys.action.`, in the texts.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
