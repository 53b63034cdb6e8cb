package kmmotos.desktop.training;

import java.util.List;
import java.util.Locale;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.ui.Place;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Tender;

/// Something to learn at the till, step by step.
public enum Lesson {
    CASH_BY_SCAN(scan(), total(), LessonStep.of("cash", seen -> seen.paidBy(Tender.Cash.class))),
    CARD_FOUR_ITEMS(
            LessonStep.of("scan_four", seen -> seen.units().compareTo(Quantity.of(4)) >= 0),
            total(),
            LessonStep.of("card", seen -> seen.paidBy(Tender.Card.class), CounterKey.CARD)),
    RETURN_BY_RECEIPT(
            LessonStep.of("sell_first", seen -> seen.paidBy(Tender.Cash.class), CounterKey.TOTAL),
            LessonStep.of("receipt", seen -> !seen.sale().fixed().isEmpty(), CounterKey.RETURN),
            LessonStep.of("pay_back", Seen::paidBack, CounterKey.TOTAL)),
    ON_ACCOUNT(
            LessonStep.of(
                    "customer", seen -> seen.sale().customer().isPresent(), CounterKey.CUSTOMER),
            scan(),
            LessonStep.of(
                    "account",
                    seen -> seen.paidBy(Tender.Account.class),
                    CounterKey.TOTAL,
                    CounterKey.ACCOUNT)),
    PART_FOR_BIKE(
            LessonStep.of("bike", seen -> seen.sale().parts().bike().isPresent()),
            LessonStep.of("choose", seen -> seen.sale().hasLines()),
            LessonStep.of("pay", seen -> seen.done().isPresent(), CounterKey.TOTAL)),
    PARK_AND_RECALL(
            scan(),
            LessonStep.of("park", seen -> seen.parked() > 0, CounterKey.PARK),
            LessonStep.of(
                    "recall",
                    seen -> seen.parked() == 0 && seen.sale().hasLines(),
                    CounterKey.PARK)),
    CLOSE_SHIFT(
            LessonStep.elsewhere("to_shift", seen -> seen.place() == Place.SHIFT, "Ctrl+4"),
            LessonStep.elsewhere("count", Seen::counting, "F12"),
            LessonStep.elsewhere("close", seen -> !seen.hasShift(), "F12"));

    private final List<LessonStep> steps;

    Lesson(LessonStep... steps) {
        this.steps = List.of(steps);
    }

    private static LessonStep scan() {
        return LessonStep.of("scan", seen -> seen.sale().hasLines());
    }

    private static LessonStep total() {
        return LessonStep.of("total", seen -> seen.state() == SaleState.TENDER, CounterKey.TOTAL);
    }

    List<LessonStep> steps() {
        return steps;
    }

    /// As its results are kept under, and its text after `training.lesson.`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
