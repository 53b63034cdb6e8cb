package kmmotos.desktop.shifts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import kmmotos.model.money.Money;

/// Cash counted note by note and coin by coin.
public final class CashCount {

    /// More notes of one kind don't fit into a drawer.
    public static final int MAX_PIECES = 9_999;

    /// One kind of note or coin and how many were counted.
    public record Pieces(Money worth, IntegerProperty count) {

        public Money sum() {
            return Money.ofMinor(Math.multiplyExact(worth.minor(), count.get()), worth.currency());
        }
    }

    private final Currency currency;
    private final List<Pieces> pieces = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Money> total;

    public CashCount(Currency currency) {
        this.currency = currency;
        this.total = new ReadOnlyObjectWrapper<>(Money.zero(currency));
        worths(currency).forEach(this::add);
    }

    /// Largest first; empty for a currency whose notes this program doesn't know.
    public List<Pieces> pieces() {
        return List.copyOf(pieces);
    }

    public ReadOnlyObjectProperty<Money> totalProperty() {
        return total.getReadOnlyProperty();
    }

    public void clear() {
        pieces.forEach(kind -> kind.count().set(0));
    }

    private void add(String worth) {
        var kind = new Pieces(Money.parse(worth, currency), new SimpleIntegerProperty());
        kind.count().subscribe(_ -> addUp());
        pieces.add(kind);
    }

    private void addUp() {
        total.set(Money.sum(pieces.stream().map(Pieces::sum).toList(), currency));
    }

    private static List<String> worths(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "BRL" -> decimals("200 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05");
            case "EUR" -> decimals("200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01");
            case "USD" -> decimals("100 50 20 10 5 1 0.25 0.10 0.05 0.01");
            case "GBP" -> decimals("50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01");
            default -> List.of();
        };
    }

    private static List<String> decimals(String worths) {
        return Stream.of(worths.split(" ", -1))
                .map(BigDecimal::new)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
