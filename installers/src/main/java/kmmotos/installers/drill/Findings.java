package kmmotos.installers.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a drill has found since it began.
final class Findings {
    private final Clock clock;
    private final Instant begun;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Findings(Clock clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /// Something worth knowing; of the same name the last.
    void figure(String name, Object value) {
        figures.put(name, value);
    }

    /// @param otherwise what is wrong if it does not hold
    void expect(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(otherwise);
        }
    }

    /// @param books as the drill left them
    Outcome outcome(String drill, Books books) {
        return new Outcome(
                drill, books, figures, complaints, Duration.between(begun, clock.instant()));
    }
}
