package kmmotos.desktop.settings;

import java.util.List;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyMap;
import kmmotos.desktop.keys.KeyName;
import kmmotos.desktop.keys.KeyTrouble;
import kmmotos.desktop.ui.Texts;

/// What is said of the store's own keys.
public final class KeyWords {
    private KeyWords() {}

    /// Why some of them are not in force.
    public static List<String> troubles(KeyMap keys, Texts texts) {
        return keys.troubles().stream().map(trouble -> words(texts, trouble)).toList();
    }

    private static String words(Texts texts, KeyTrouble trouble) {
        String action = action(texts, trouble.action());
        String usual = KeyName.shown(trouble.action().usual());
        return switch (trouble) {
            case KeyTrouble.NoKey(_, String wanted) ->
                    texts.get("keys.trouble.no_key", wanted, action, usual);
            case KeyTrouble.Reserved(_, String wanted) ->
                    texts.get("keys.trouble.reserved", wanted, action, usual);
            case KeyTrouble.Scanned(_, String wanted) ->
                    texts.get("keys.trouble.scanned", wanted, action, usual);
            case KeyTrouble.Twice(_, String wanted, CounterKey other) ->
                    texts.get("keys.trouble.twice", wanted, action, usual, action(texts, other));
        };
    }

    static String action(Texts texts, CounterKey key) {
        return texts.get("keys.action." + key.word());
    }
}
