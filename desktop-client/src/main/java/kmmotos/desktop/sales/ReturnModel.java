package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.SaleLine;

/// Choosing what comes back of a receipt, and why: never more than was sold and not yet returned,
/// and exactly the money that was paid for it.
public final class ReturnModel {
    private final SoldBefore sold;
    private final int firstLineId;
    private final Map<Integer, Quantity> chosen = new HashMap<>();
    private final Map<Integer, Quantity> inThisSale = new HashMap<>();
    private Returned why =
            Returned.of(Returned.Reason.UNWANTED, Returned.Reason.UNWANTED.usually());

    public ReturnModel(SoldBefore sold, OpenSale into) {
        this.sold = sold;
        this.firstLineId = into.nextFixedId();
        into.fixed().forEach(this::countAlreadyChosen);
    }

    private void countAlreadyChosen(SaleLine line) {
        line.returnOf()
                .filter(origin -> origin.saleId().equals(sold.receipt().saleId()))
                .ifPresent(origin ->
                        inThisSale.merge(
                                origin.lineId(), line.quantity().negated(), Quantity::plus));
    }

    public SoldBefore sold() {
        return sold;
    }

    public List<SaleLine> lines() {
        return sold.lines();
    }

    /// How many of the line may still come back.
    public Quantity returnable(SaleLine line) {
        Quantity left = sold.returnable(line).minus(inThisSale(line));
        return left.isNegative() ? Quantity.ZERO : left;
    }

    /// Answers what was taken: at least 0 and at most what may come back.
    public Quantity choose(SaleLine line, Quantity wanted) {
        var most = returnable(line);
        var taken = wanted.compareTo(most) > 0 ? most : wanted;
        taken = taken.isNegative() ? Quantity.ZERO : taken;
        chosen.put(line.lineId(), taken);
        return taken;
    }

    /// Everything that may still come back.
    public void chooseAll() {
        lines().forEach(line -> choose(line, returnable(line)));
    }

    /// All that may still come back of the kit that the line is a part of; answers whether it is.
    public boolean chooseKit(SaleLine line) {
        lines().stream()
                .filter(other -> line.kit().isPresent() && other.kit().equals(line.kit()))
                .forEach(part -> choose(part, returnable(part)));
        return line.kit().isPresent();
    }

    public Quantity chosen(SaleLine line) {
        return chosen.getOrDefault(line.lineId(), Quantity.ZERO);
    }

    public Returned why() {
        return why;
    }

    /// The goods go where they usually do for this reason.
    public void because(Returned.Reason reason) {
        why = Returned.of(reason, reason.usually());
    }

    public void into(Returned.Condition condition) {
        why = Returned.of(why.reason(), condition);
    }

    /// The lines to put into the open sale; empty when nothing is chosen.
    public List<SaleLine> refunds() {
        var lines = new ArrayList<SaleLine>();
        for (var line : lines()) {
            if (chosen(line).isPositive()) {
                lines.add(
                        sold.receipt()
                                .refund(
                                        line,
                                        sold.returnedOf(line).plus(inThisSale(line)),
                                        chosen(line),
                                        firstLineId + lines.size())
                                .withReturned(why));
            }
        }
        return lines;
    }

    /// What is paid back for the chosen lines, 0 or negative.
    public Money refund() {
        return Money.sum(
                refunds().stream().map(SaleLine::total).toList(), sold.receipt().currency());
    }

    private Quantity inThisSale(SaleLine line) {
        return inThisSale.getOrDefault(line.lineId(), Quantity.ZERO);
    }
}
