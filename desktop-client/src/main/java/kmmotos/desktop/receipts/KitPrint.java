package kmmotos.desktop.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.sales.SaleLine;

/// Prints what was sold as kits: each kit with its price, and below it what is in it without. The
/// parts' lines stand together in a sale, so they are gathered until another line comes.
final class KitPrint {
    private final Slip.Builder slip;
    private final Texts texts;
    private final Formats formats;
    private final BiConsumer<Slip.Builder, Adjustment> adjustments;
    private final List<SaleLine> parts = new ArrayList<>();

    private record Label(Adjustment.Kind kind, String label) {}

    KitPrint(
            Slip.Builder slip,
            Texts texts,
            Formats formats,
            BiConsumer<Slip.Builder, Adjustment> adjustments) {
        this.slip = slip;
        this.texts = texts;
        this.formats = formats;
        this.adjustments = adjustments;
    }

    /// Answers whether the line is a part of a kit that is sold; what was gathered before is
    /// printed when it is not one more part of the same.
    boolean take(SaleLine line) {
        boolean isPart = line.kit().isPresent() && line.kind() == SaleLine.Kind.SALE;
        if (!parts.isEmpty() && !(isPart && parts.getFirst().kit().equals(line.kit()))) {
            finish();
        }
        if (isPart) {
            parts.add(line);
        }
        return isPart;
    }

    /// Prints what is gathered.
    void finish() {
        if (parts.isEmpty()) {
            return;
        }
        var kit = parts.getFirst().kit().orElseThrow();
        Money gross = parts.stream().map(SaleLine::gross).reduce(Money::plus).orElseThrow();
        var unit = UnitPrice.of(gross, kit.quantity());
        String quantity = formats.quantity(kit.quantity()) + " x " + formats.amount(unit);
        slip.text(kit.description());
        slip.pair("  %s (%s)".formatted(quantity, kit.sku()), formats.amount(gross));
        takenOff().forEach(adjustment -> adjustments.accept(slip, adjustment));
        parts.forEach(this::part);
        parts.clear();
    }

    private List<Adjustment> takenOff() {
        var sums = new LinkedHashMap<Label, Money>();
        parts.stream()
                .flatMap(part -> part.adjustments().stream())
                .forEach(taken ->
                        sums.merge(
                                new Label(taken.kind(), taken.label()),
                                taken.amount(),
                                Money::plus));
        return sums.entrySet().stream()
                .map(sum ->
                        new Adjustment(sum.getKey().kind(), sum.getKey().label(), sum.getValue()))
                .toList();
    }

    private void part(SaleLine part) {
        slip.text(
                "  + %s x %s (%s)"
                        .formatted(
                                formats.quantity(part.quantity()), part.description(), part.sku()));
        part.serials().forEach(no -> slip.text("    " + texts.get("receipts.serial", no)));
        part.note().ifPresent(note -> slip.text("    " + texts.get("receipts.note", note)));
    }
}
