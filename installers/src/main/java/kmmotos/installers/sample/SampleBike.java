package kmmotos.installers.sample;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A real motorcycle: make, model and the model years it was built in; `to` is empty while it is
/// still built.
record SampleBike(String make, String model, int from, @Nullable Integer to) {
    private static final Pattern NUMBER = Pattern.compile("\\d{2,4}");
    private static final int USUAL_ENGINE = 400;
    private static final int LARGEST_ENGINE = 1900;

    static List<SampleBike> all() {
        return SampleRows.read("motorcycles.csv", SampleBike.class);
    }

    String name() {
        return make + " " + model;
    }

    /// As the import wants it: `Honda;CB500X;2013-2024`.
    String fits() {
        return make + ";" + model + ";" + from + "-" + (to == null ? "" : to);
    }

    /// How large the engine is, 0 to 1, guessed from the model's name; parts of large motorcycles
    /// cost more.
    double size() {
        Matcher number = NUMBER.matcher(model);
        int cubic = number.find() ? Integer.parseInt(number.group()) : USUAL_ENGINE;
        return Math.min(1.0, (double) cubic / LARGEST_ENGINE);
    }
}
