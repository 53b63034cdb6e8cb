package kmmotos.desktop.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;

/// A day's list in memory: what has a count among its movements is done.
final class SampleCycleBook implements CycleBook {

    private final SampleStockBook stock;
    private final List<Sku> due;
    private final List<String> reasons = new ArrayList<>();

    SampleCycleBook(SampleStockBook stock, String... due) {
        this.stock = stock;
        this.due = new ArrayList<>(Stream.of(due).map(Sku::new).toList());
    }

    @Override
    public Today today() {
        List<Sku> left = due.stream().filter(sku -> !isCounted(sku)).toList();
        return new Today(
                left.stream().flatMap(sku -> stock.item(sku).stream()).toList(),
                due.size() - left.size(),
                reasons.size());
    }

    private boolean isCounted(Sku sku) {
        return stock.movements(sku, 100).stream()
                .anyMatch(moved -> Objects.equals(moved.reason(), "stock_counted"));
    }

    @Override
    public void skip(Sku sku, String reason) {
        due.remove(sku);
        reasons.add(reason);
    }

    List<String> reasons() {
        return reasons;
    }
}
