package kmmotos.model.serials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;

/// All that is known of the pieces with one serial number; makers may use the same number for
/// different articles.
///
/// @param steps newest first; of two at one moment, what usually comes later is the newer
public record SerialHistory(String serial, List<SerialStep> steps) {

    /// More of one number is no number of a piece.
    public static final int MAX_STEPS = 200;

    public SerialHistory {
        steps =
                steps.stream()
                        .sorted(
                                Comparator.comparing(SerialStep::at)
                                        .thenComparing(SerialStep::kind)
                                        .reversed())
                        .limit(MAX_STEPS)
                        .toList();
    }

    /// What several know, each step once.
    public static SerialHistory of(String serial, List<SerialStep> told) {
        List<SerialStep> once = new ArrayList<>();
        for (SerialStep step : told) {
            if (step.serial().equals(serial) && once.stream().noneMatch(step::isSameAs)) {
                once.add(step);
            }
        }
        return new SerialHistory(serial, once);
    }

    /// The sale by which the article's piece is at a customer's.
    public Optional<SerialStep> standingSale(Sku sku) {
        return steps.stream()
                .filter(step -> step.sku().equals(sku))
                .findFirst()
                .filter(step -> step.kind() == SerialStep.Kind.SOLD);
    }
}
