package kmmotos.desktop.shifts;

import java.util.Currency;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CountedPieces;

/// Cash counted note by note and coin by coin.
public final class CashCount {

    /// One kind of note or coin and how many were counted.
    public record Pieces(Money worth, IntegerProperty count) {

        public Money sum() {
            return counted().sum();
        }

        CountedPieces counted() {
            return new CountedPieces(worth, count.get());
        }
    }

    private final Currency currency;
    private final List<Pieces> pieces;
    private final ReadOnlyObjectWrapper<Money> total;
    private final StringProperty typed = new SimpleStringProperty("");

    public CashCount(Currency currency) {
        this.currency = currency;
        this.total = new ReadOnlyObjectWrapper<>(Money.zero(currency));
        this.pieces =
                Denominations.of(currency).stream()
                        .map(worth -> new Pieces(worth, new SimpleIntegerProperty()))
                        .toList();
        pieces.forEach(kind -> kind.count().subscribe(this::addUp));
    }

    public Currency currency() {
        return currency;
    }

    /// Largest first; empty for a currency whose notes this program doesn't know.
    public List<Pieces> pieces() {
        return pieces;
    }

    /// Those of which there are any.
    List<CountedPieces> counted() {
        return pieces.stream().map(Pieces::counted).filter(kind -> kind.count() > 0).toList();
    }

    public ReadOnlyObjectProperty<Money> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The sum as it stands in its field: of the pieces, or typed without any.
    public StringProperty typedProperty() {
        return typed;
    }

    public void clear() {
        pieces.forEach(kind -> kind.count().set(0));
        typed.set("");
    }

    private void addUp() {
        total.set(Money.sum(pieces.stream().map(Pieces::sum).toList(), currency));
    }
}
