package kmmotos.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kmmotos.desktop.status.RegisterNumbers;
import kmmotos.desktop.status.RegisterNumbers.Run;
import kmmotos.model.sales.ReceiptNumber;

/// Reads which receipts and Z reports this register's books hold.
public final class TillNumbers implements Callable<RegisterNumbers> {
    private final Till till;

    public TillNumbers(Till till) {
        this.till = till;
    }

    @Override
    public RegisterNumbers call() {
        return new RegisterNumbers(receipts(), confirmed(), zReports());
    }

    private List<Run> receipts() {
        var here = till.identity().till();
        Map<Integer, List<Long>> bySeries =
                till.database().read(till.stores().sales()::receiptNumbers).stream()
                        .filter(number -> number.store().equals(here.storeId()))
                        .filter(number -> number.till() == here.number())
                        .sorted()
                        .collect(
                                Collectors.groupingBy(
                                        ReceiptNumber::series,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                ReceiptNumber::number, Collectors.toList())));
        List<Run> runs = new ArrayList<>();
        bySeries.forEach((series, numbers) -> {
            String prefix = "%s-%d-%d-".formatted(here.storeId(), here.number(), series);
            runs.add(Run.of(prefix, numbers, lastOf(series, numbers)));
        });
        return runs;
    }

    /// The journal counts what was given out in its own series.
    private long lastOf(int series, List<Long> numbers) {
        return series == till.journal().series() ? till.journal().counter() : numbers.getLast();
    }

    private Optional<String> confirmed() {
        var here = till.identity().till();
        long seq = till.sync().status().confirmed();
        return till.journal().read(seq, 1, Integer.MAX_VALUE).stream()
                .filter(fact -> fact.seq() == seq && fact.counter() > 0)
                .map(fact ->
                        new ReceiptNumber(
                                here.storeId(),
                                here.number(),
                                till.journal().series(),
                                fact.counter()))
                .map(ReceiptNumber::toString)
                .findFirst();
    }

    private Optional<Run> zReports() {
        List<Long> numbers = till.database().read(till.stores().shifts()::reportNumbers);
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(Run.of("Z ", numbers, numbers.getLast()));
    }
}
