package kmmotos.installers.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import kmmotos.installers.sample.SampleFiles;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stores.StoreId;

/// Parts that a shop has at least a few of, each given out once, spread over the whole catalogue.
final class Shelves {
    private static final int A_FEW = 5;
    private static final int STEP = 37;

    private final Deque<Sku> skus;

    Shelves(SampleFiles files, StoreId store) {
        List<Sku> deep =
                files.onHand().stream()
                        .filter(row -> row.store().equals(store.value()))
                        .filter(row -> row.quantity() >= A_FEW)
                        .map(row -> new Sku(row.sku()))
                        .toList();
        List<Sku> spread = new ArrayList<>();
        for (int i = 0; i < deep.size(); i++) {
            spread.add(deep.get((int) ((long) i * STEP % deep.size())));
        }
        skus = spread.stream().distinct().collect(Collectors.toCollection(ArrayDeque::new));
    }

    Sku next() {
        return skus.removeFirst();
    }

    List<Sku> next(int count) {
        List<Sku> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(next());
        }
        return some;
    }
}
