package kmmotos.installers.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The arguments of a command: `--name value`, `--flag`, and words without a name.
public final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    private Options() {}

    /// @param named options that are followed by a value
    /// @param flags options that stand alone
    /// @throws IllegalArgumentException in plain words, for any other
    public static Options parse(String[] arguments, Set<String> named, Set<String> flags) {
        Options options = new Options();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (named.contains(argument)) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(argument + " needs a value.");
                }
                options.values.put(argument, arguments[++i]);
            } else if (flags.contains(argument)) {
                options.flags.add(argument);
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("There is no option " + argument + ".");
            } else {
                options.words.add(argument);
            }
        }
        return options;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A whole number of 0 or more.
    public int number(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " needs a number, was " + value + ".");
        }
        return Integer.parseInt(value);
    }

    public List<String> words() {
        return List.copyOf(words);
    }
}
