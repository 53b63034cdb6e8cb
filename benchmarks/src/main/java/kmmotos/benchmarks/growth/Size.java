package kmmotos.benchmarks.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How much a server has stored.
///
/// @param items how many different ones each store has in stock
record Size(int stores, long events, int items) {

    static final int TILLS_OF_A_STORE = 3;

    Size {
        if (stores < 1 || events < 1 || items < 2) {
            throw new IllegalArgumentException(
                    "A size has stores, events and at least 2 items, was %d, %d, %d."
                            .formatted(stores, events, items));
        }
    }

    /// Pairs: so many stores with so many events.
    static List<Size> of(String stores, String events, int items) {
        List<Long> of = numbers("--stores", stores);
        List<Long> with = numbers("--events", events);
        if (of.size() != with.size()) {
            throw new IllegalArgumentException(
                    "--stores and --events go together: as many of the one as of the other.");
        }
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            sizes.add(new Size(Math.toIntExact(of.get(i)), with.get(i), items));
        }
        return List.copyOf(sizes);
    }

    private static List<Long> numbers(String option, String list) {
        if (!list.matches("\\d{1,9}(,\\d{1,9})*")) {
            throw new IllegalArgumentException(
                    option + " needs numbers with commas between, was " + list + ".");
        }
        return Arrays.stream(list.split(",", -1)).map(Long::valueOf).toList();
    }

    long tills() {
        return (long) stores * TILLS_OF_A_STORE;
    }

    /// How many balances there are, one for each store and item.
    long balances() {
        return (long) stores * items;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d stores, %,d events", stores, events);
    }
}
