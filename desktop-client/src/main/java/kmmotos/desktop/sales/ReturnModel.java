package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.catalog.SerialNumber;
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
    private final Map<Integer, List<String>> named = new HashMap<>();
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
        nameAll(line, taken);
        return taken;
    }

    /// If all pieces of a line come back, it is known which.
    private void nameAll(SaleLine line, Quantity taken) {
        int pieces = Math.toIntExact(taken.thousandths() / 1_000);
        boolean isWhole = taken.equals(line.quantity());
        var names = isWhole ? line.serials() : named(line).stream().limit(pieces).toList();
        named.put(line.lineId(), names);
    }

    /// The serial numbers of the pieces that come back, as far as they are told.
    public List<String> named(SaleLine line) {
        return named.getOrDefault(line.lineId(), List.of());
    }

    /// Takes the piece with this number back; answers whether it is on the receipt.
    public boolean nameScanned(String typed) {
        var number = SerialNumber.find(typed).orElse("");
        for (var line : lines()) {
            if (line.serials().contains(number)) {
                name(line, number);
                return true;
            }
        }
        return false;
    }

    /// One piece that comes back is another than was said: the next of the line's numbers.
    public void nameNext(SaleLine line) {
        if (line.serials().isEmpty() || chosen(line).equals(line.quantity())) {
            return;
        }
        var before = named(line);
        int next =
                before.isEmpty()
                        ? 0
                        : (line.serials().indexOf(before.getLast()) + 1) % line.serials().size();
        named.put(line.lineId(), before.stream().limit(Math.max(0, before.size() - 1)).toList());
        for (int i = 0; i < line.serials().size(); i++) {
            var number = line.serials().get((next + i) % line.serials().size());
            if (!named(line).contains(number)) {
                name(line, number);
                return;
            }
        }
    }

    private void name(SaleLine line, String number) {
        if (named(line).contains(number)) {
            return;
        }
        var names = new ArrayList<>(named(line));
        names.add(number);
        named.put(line.lineId(), List.copyOf(names));
        if (chosen(line).compareTo(Quantity.of(names.size())) < 0) {
            choose(line, Quantity.of(names.size()));
        }
    }

    /// A line of which it is not said which of its pieces come back.
    public Optional<SaleLine> unnamed() {
        return lines().stream()
                .filter(line -> !line.serials().isEmpty())
                .filter(line -> {
                    var most = Quantity.of(line.serials().size());
                    var back = chosen(line).compareTo(most) < 0 ? chosen(line) : most;
                    return Quantity.of(named(line).size()).compareTo(back) < 0;
                })
                .findFirst();
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
                                .withReturned(why)
                                .withSerials(named(line)));
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
