package kmmotos.desktop.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// Some business days, the first and the last among them.
public record Period(LocalDate from, LocalDate until) {

    /// A longer one is as likely a slip of the fingers as a wish.
    public static final int MAX_DAYS = 3 * 366;

    /// Periods that people ask for by name.
    public enum Named {
        TODAY,
        YESTERDAY,
        THIS_WEEK,
        LAST_WEEK,
        THIS_MONTH,
        LAST_MONTH,
        THIS_YEAR;

        /// @param today the store's day
        /// @param firstDay with which a week begins there
        public Period at(LocalDate today, DayOfWeek firstDay) {
            LocalDate week = today.with(TemporalAdjusters.previousOrSame(firstDay));
            LocalDate month = today.withDayOfMonth(1);
            return switch (this) {
                case TODAY -> new Period(today, today);
                case YESTERDAY -> new Period(today.minusDays(1), today.minusDays(1));
                case THIS_WEEK -> new Period(week, today);
                case LAST_WEEK -> new Period(week.minusWeeks(1), week.minusDays(1));
                case THIS_MONTH -> new Period(month, today);
                case LAST_MONTH -> new Period(month.minusMonths(1), month.minusDays(1));
                case THIS_YEAR -> new Period(today.withDayOfYear(1), today);
            };
        }
    }

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a period ends on %s before it begins on %s".formatted(until, from));
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /// As many days just before, but whole weeks back where it is shorter than that: a Saturday is
    /// compared with a Saturday.
    public Period before() {
        long back = days() <= 7 ? 7 : days();
        return new Period(from.minusDays(back), until.minusDays(back));
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
