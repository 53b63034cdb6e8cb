package kmmotos.desktop.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys that are in force at the counter.
///
/// @param keys one for each action
/// @param troubles of what a store wanted, and why it is not so
public record KeyMap(Map<CounterKey, String> keys, List<KeyTrouble> troubles) {
    public static final KeyMap USUAL = of(Map.of());

    private static final Pattern MENTION = Pattern.compile("\\{key\\.([a-z_]+)}");

    public KeyMap {
        keys = Collections.unmodifiableMap(new EnumMap<>(keys));
        troubles = List.copyOf(troubles);
    }

    /// What a store wants, as far as it can be had: no key does two things in one state, and none
    /// is taken from the window or from a scanner.
    ///
    /// @param wanted keys by action; others keep the usual ones
    public static KeyMap of(Map<CounterKey, String> wanted) {
        Map<CounterKey, String> keys = new EnumMap<>(CounterKey.class);
        List<KeyTrouble> troubles = new ArrayList<>();
        for (CounterKey action : CounterKey.values()) {
            keys.put(action, action.usual());
        }
        wanted.forEach((action, key) -> take(keys, troubles, action, key));
        giveBackTwice(keys, troubles);
        return new KeyMap(keys, troubles);
    }

    private static void take(
            Map<CounterKey, String> keys,
            List<KeyTrouble> troubles,
            CounterKey action,
            String wanted) {
        Optional<String> key = KeyName.parse(wanted);
        if (key.isEmpty()) {
            troubles.add(new KeyTrouble.NoKey(action, wanted));
        } else if (KeyName.isScanned(key.get())) {
            troubles.add(new KeyTrouble.Scanned(action, wanted));
        } else if (KeyName.isReserved(key.get())) {
            troubles.add(new KeyTrouble.Reserved(action, wanted));
        } else {
            keys.put(action, key.get());
        }
    }

    /// Of two actions with one key the one that was changed gets its usual key back. That may meet
    /// a third one, which then gets back its own; with all at their usual keys none meet.
    private static void giveBackTwice(Map<CounterKey, String> keys, List<KeyTrouble> troubles) {
        Optional<KeyTrouble.Twice> twice = twice(keys);
        while (twice.isPresent()) {
            troubles.add(twice.get());
            keys.put(twice.get().action(), twice.get().action().usual());
            twice = twice(keys);
        }
    }

    private static Optional<KeyTrouble.Twice> twice(Map<CounterKey, String> keys) {
        for (CounterKey action : CounterKey.values()) {
            String key = keys.getOrDefault(action, action.usual());
            if (key.equals(action.usual())) {
                continue;
            }
            Optional<CounterKey> other =
                    keys.keySet().stream()
                            .filter(it -> it != action && it.meets(action))
                            .filter(it -> key.equals(keys.get(it)))
                            .findFirst();
            if (other.isPresent()) {
                return Optional.of(new KeyTrouble.Twice(action, key, other.get()));
            }
        }
        return Optional.empty();
    }

    /// The same with another key for one action.
    public KeyMap with(CounterKey action, String key) {
        Map<CounterKey, String> wanted = changed();
        wanted.put(action, key);
        return of(wanted);
    }

    /// Those that are not the usual ones.
    public Map<CounterKey, String> changed() {
        Map<CounterKey, String> changed = new EnumMap<>(CounterKey.class);
        keys.forEach((action, key) -> {
            if (!key.equals(action.usual())) {
                changed.put(action, key);
            }
        });
        return changed;
    }

    public String key(CounterKey action) {
        return keys.getOrDefault(action, action.usual());
    }

    /// As it stands on a key cap.
    public String shown(CounterKey action) {
        return KeyName.shown(key(action));
    }

    /// A text in which keys are named by what they do: `{key.park}`.
    public String told(String text) {
        return text.contains("{key.")
                ? MENTION.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(shown(found.group(1))))
                : text;
    }

    private String shown(String word) {
        return keys.keySet().stream()
                .filter(action -> action.word().equals(word))
                .findFirst()
                .map(this::shown)
                .orElse("{key." + word + "}");
    }
}
