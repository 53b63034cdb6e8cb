package kmmotos.model.fitment;

import java.util.List;
import java.util.Locale;

/// Whether a part fits a motorcycle, as far as the catalogue knows.
public enum Fit {
    FITS,
    /// It is made for no motorcycle in particular.
    UNIVERSAL,
    /// Something near to it is named: look closer, or ask.
    CHECK,
    DOES_NOT_FIT;

    /// The best that one of these says; none at all is a universal part.
    public static Fit of(List<Fitment> fits, Motorcycle bike) {
        if (fits.isEmpty()) {
            return UNIVERSAL;
        }
        if (fits.stream().anyMatch(fitment -> isFor(fitment, bike))) {
            return FITS;
        }
        return fits.stream().anyMatch(fitment -> isNear(fitment, bike)) ? CHECK : DOES_NOT_FIT;
    }

    private static boolean isFor(Fitment fitment, Motorcycle bike) {
        return isSameMake(fitment, bike)
                && letters(fitment.model()).equals(letters(bike.model()))
                && yearsOff(fitment, bike) == 0;
    }

    /// The same model a year before or after, or one of the same family in its years: a part for
    /// the CG 160 may fit the CG 160 Fan.
    private static boolean isNear(Fitment fitment, Motorcycle bike) {
        if (!isSameMake(fitment, bike)) {
            return false;
        }
        String one = letters(fitment.model());
        String other = letters(bike.model());
        return one.equals(other)
                ? yearsOff(fitment, bike) <= 1
                : (one.startsWith(other) || other.startsWith(one)) && yearsOff(fitment, bike) == 0;
    }

    private static boolean isSameMake(Fitment fitment, Motorcycle bike) {
        return letters(fitment.make()).equals(letters(bike.make()));
    }

    private static int yearsOff(Fitment fitment, Motorcycle bike) {
        int after = bike.year() - fitment.yearTo().orElse(Integer.MAX_VALUE);
        return Math.max(0, Math.max(after, fitment.yearFrom() - bike.year()));
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
