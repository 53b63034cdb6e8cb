package kmmotos.model.quotes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// What a basket would cost, put in writing. Its prices hold up to and on its last day, at every
/// shop; after it the goods are priced anew.
///
/// @param number for people, e.g. `Q-S1-2-000012`: store, till, and a number that runs on there
/// @param customerName as it stands on the paper; may be empty
/// @param note may be empty
public record Quote(
        UUID quoteId,
        String number,
        StoreId store,
        DeviceId device,
        LocalDate day,
        Instant at,
        LocalDate validUntil,
        UUID staffId,
        Optional<UUID> customerId,
        String customerName,
        List<SaleLine> lines,
        Money total,
        String note) {

    public static final int MAX_NOTE = 500;

    /// The longest that prices may be promised.
    public static final int MAX_DAYS = 365;

    private static final Pattern NUMBER = Pattern.compile("Q-[A-Z0-9]{1,8}-\\d{1,3}-\\d{6,12}");

    public Quote {
        lines = List.copyOf(lines);
        if (!isNumber(number)) {
            throw new IllegalArgumentException(
                    "a quote's number looks like Q-S1-2-000012, was \"" + number + "\"");
        }
        if (validUntil.isBefore(day) || validUntil.isAfter(day.plusDays(MAX_DAYS))) {
            throw new IllegalArgumentException(
                    "a quote of %s holds at most %d days, was until %s"
                            .formatted(day, MAX_DAYS, validUntil));
        }
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "a note is at most %d long, was %d".formatted(MAX_NOTE, note.length()));
        }
        Money sum = Money.sum(lines.stream().map(SaleLine::total).toList(), total.currency());
        boolean onlySells = lines.stream().allMatch(line -> line.kind() == SaleLine.Kind.SALE);
        if (lines.isEmpty() || !onlySells || !sum.equals(total)) {
            throw new IllegalArgumentException(
                    "a quote offers goods for their sum of %s, was %s".formatted(sum, total));
        }
    }

    public static String number(StoreId store, int till, long n) {
        return "Q-%s-%d-%06d".formatted(store, till, n);
    }

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /// The last part of its number.
    public long n() {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    public boolean holdsOn(LocalDate today) {
        return !today.isAfter(validUntil);
    }

    public Money tax() {
        return Money.sum(lines.stream().map(SaleLine::tax).toList(), total.currency());
    }
}
