package kmmotos.model.pricing;

import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;

/// A basket with its prices. Every sum is the sum of its lines.
public record PricedBasket(
        List<PricedLine> lines, Money gross, Money discount, Money net, Money tax, Money total) {

    static PricedBasket of(List<PricedLine> lines, java.util.Currency currency) {
        Money gross = Money.sum(lines.stream().map(PricedLine::gross).toList(), currency);
        Money discount =
                Money.sum(
                        lines.stream()
                                .flatMap(line -> line.adjustments().stream())
                                .map(Adjustment::amount)
                                .toList(),
                        currency);
        Money net = Money.sum(lines.stream().map(PricedLine::net).toList(), currency);
        Money tax = Money.sum(lines.stream().map(PricedLine::tax).toList(), currency);
        return new PricedBasket(lines, gross, discount, net, tax, net.plus(tax));
    }

    public Optional<PricedLine> line(int lineId) {
        return lines.stream().filter(line -> line.lineId() == lineId).findFirst();
    }
}
