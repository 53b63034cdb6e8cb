package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// The tax rates of a place by tax category, each from a day on.
///
/// @param place ISO 3166-1 or 3166-2 code
public record TaxRules(String place, List<Rate> rates) {

    public TaxRules {
        rates = List.copyOf(rates);
    }

    /// @param percent 0 to 100
    public record Rate(String taxCategory, BigDecimal percent, LocalDate from) {

        public Rate {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("percent must be 0..100, was " + percent);
            }
        }
    }

    /// The rate on that day; 0 for a category that the place does not tax.
    public BigDecimal percentFor(String taxCategory, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.taxCategory().equals(taxCategory))
                .filter(rate -> !rate.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .map(Rate::percent)
                .orElse(BigDecimal.ZERO);
    }
}
