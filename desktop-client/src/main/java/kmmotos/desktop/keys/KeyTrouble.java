package kmmotos.desktop.keys;

/// Why a key that a store wants is not used; the usual one is then.
public sealed interface KeyTrouble {
    CounterKey action();

    /// @param wanted as it stands in the file
    record NoKey(CounterKey action, String wanted) implements KeyTrouble {}

    /// The window itself needs it.
    record Reserved(CounterKey action, String wanted) implements KeyTrouble {}

    /// Scanners send it.
    record Scanned(CounterKey action, String wanted) implements KeyTrouble {}

    /// Another action has it in the same state of the counter.
    record Twice(CounterKey action, String wanted, CounterKey other) implements KeyTrouble {}
}
