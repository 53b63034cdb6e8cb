package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// When a promotion holds. Its days are business days, as those of prices; its days of the week and
/// hours go by the clock of the store. Hours that end before they begin run past midnight, and
/// belong to the day on which they began.
///
/// @param from first day
/// @param until last day
/// @param weekdays empty means every day
/// @param hours absent means all day
public record Schedule(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<DayOfWeek> weekdays,
        Optional<Hours> hours) {

    public static final Schedule ALWAYS =
            new Schedule(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    /// @param from the first minute
    /// @param until when it is over
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (from.equals(until)) {
                throw new IllegalArgumentException(
                        "hours begin and end at different times, were both " + from);
            }
        }

        private boolean runPastMidnight() {
            return until.isBefore(from);
        }

        /// Whether the time is in them; after midnight it may be in those of the day before.
        private boolean hold(LocalTime time) {
            return runPastMidnight()
                    ? !time.isBefore(from) || time.isBefore(until)
                    : !time.isBefore(from) && time.isBefore(until);
        }
    }

    public Schedule {
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "a promotion's days must run forward, were "
                            + from.get()
                            + " to "
                            + until.get());
        }
        weekdays = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(weekdays)));
    }

    /// @param day the business day
    /// @param at what the store's clock shows
    public boolean holds(LocalDate day, LocalDateTime at) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty()
                && hours.map(range -> range.hold(at.toLocalTime())).orElse(true)
                && (weekdays.isEmpty() || weekdays.contains(began(at).getDayOfWeek()));
    }

    private LocalDate began(LocalDateTime at) {
        boolean ofTheDayBefore =
                hours.filter(Hours::runPastMidnight)
                        .filter(range -> at.toLocalTime().isBefore(range.until()))
                        .isPresent();
        return ofTheDayBefore ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    }
}
