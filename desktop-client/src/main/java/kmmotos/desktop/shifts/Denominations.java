package kmmotos.desktop.shifts;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.model.money.Money;

/// The notes and coins that are about.
final class Denominations {
    private Denominations() {}

    /// Largest first; empty for a currency whose notes this program doesn't know.
    static List<Money> of(Currency currency) {
        String worths =
                switch (currency.getCurrencyCode()) {
                    case "BRL" -> "200 100 50 20 10 5 2 1 0.50 0.25 0.10 0.05";
                    case "EUR" -> "200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01";
                    case "USD" -> "100 50 20 10 5 1 0.25 0.10 0.05 0.01";
                    case "GBP" -> "50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01";
                    case "MXN" -> "1000 500 200 100 50 20 10 5 2 1 0.50";
                    case "ARS" -> "20000 10000 2000 1000 500 200 100 50 20 10";
                    case "CLP" -> "20000 10000 5000 2000 1000 500 100 50 10";
                    case "COP" -> "100000 50000 20000 10000 5000 2000 1000 500 200 100 50";
                    default -> "";
                };
        return Stream.of(worths.split(" ", -1))
                .filter(worth -> !worth.isEmpty())
                .map(worth -> Money.parse(worth, currency))
                .toList();
    }
}
