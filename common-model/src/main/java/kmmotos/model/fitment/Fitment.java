package kmmotos.model.fitment;

import java.util.Optional;

/// The motorcycles a part fits: a make and model over a range of model years.
///
/// @param yearTo the last model year; empty means it is still built
public record Fitment(String make, String model, int yearFrom, Optional<Integer> yearTo) {

    public Fitment {
        if (make.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("a fitment names a make and a model");
        }
        if (yearFrom < 1885 || yearTo.orElse(yearFrom) < yearFrom) {
            throw new IllegalArgumentException(
                    "model years must run forward, were " + yearFrom + " to " + yearTo);
        }
    }

    public boolean fits(Motorcycle motorcycle) {
        return make.equalsIgnoreCase(motorcycle.make())
                && model.equalsIgnoreCase(motorcycle.model())
                && yearFrom <= motorcycle.year()
                && motorcycle.year() <= yearTo.orElse(Integer.MAX_VALUE);
    }
}
