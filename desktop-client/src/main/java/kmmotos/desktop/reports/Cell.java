package kmmotos.desktop.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import kmmotos.desktop.money.Formats;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// One value of a report.
public sealed interface Cell {

    record Words(String text) implements Cell {}

    record Day(LocalDate date) implements Cell {}

    record Count(long many) implements Cell {}

    record Pieces(Quantity quantity) implements Cell {}

    record Amount(Money money) implements Cell {}

    /// @param percent with one decimal
    record Share(BigDecimal percent) implements Cell {

        /// Nothing of nothing is nothing.
        static Share of(BigDecimal part, BigDecimal whole) {
            return new Share(
                    whole.signum() == 0
                            ? BigDecimal.ZERO
                            : part.multiply(BigDecimal.valueOf(100))
                                    .divide(whole, 1, RoundingMode.HALF_UP));
        }
    }

    default String text(Formats formats) {
        return switch (this) {
            case Words(String text) -> text;
            case Day(LocalDate date) -> formats.date(date);
            case Count(long many) -> formats.count(many);
            case Pieces(Quantity quantity) -> formats.quantity(quantity);
            case Amount(Money money) -> formats.amount(money);
            case Share(BigDecimal percent) -> formats.percent(percent);
        };
    }

    /// As below a bar, where there is little room.
    default String shortText(Formats formats) {
        return this instanceof Day(LocalDate date) ? formats.shortDate(date) : text(formats);
    }

    /// What a chart draws and a spreadsheet adds up; 0 for words.
    default BigDecimal number() {
        return switch (this) {
            case Words _, Day _ -> BigDecimal.ZERO;
            case Count(long many) -> BigDecimal.valueOf(many);
            case Pieces(Quantity quantity) -> quantity.decimal().stripTrailingZeros();
            case Amount(Money money) -> money.decimal();
            case Share(BigDecimal percent) -> percent;
        };
    }
}
