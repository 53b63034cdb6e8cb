package kmmotos.model.deposits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DepositRules;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// Goods that a named customer ordered at a counter, at the prices that were agreed: either the
/// shop has to get them, or it puts them aside. What is paid for them before they are handed over
/// is a deposit, see [kmmotos.model.sales.Tender.Deposit].
///
/// @param number for people, e.g. `O-S1-2-000012`: store, till, and a number that runs on there
/// @param customerName who gets them
/// @param phone where they are told; may be empty
/// @param email where they are told; empty if they did not agree to that
/// @param lines goods that are sold, numbered from 1
/// @param due the day they are expected, or up to which they are put aside
/// @param supplier whom the shop gets them from; may be empty
/// @param note may be empty
public record CounterOrder(
        UUID orderId,
        String number,
        Kind kind,
        StoreId store,
        DeviceId device,
        LocalDate day,
        Instant at,
        UUID staffId,
        Optional<UUID> customerId,
        String customerName,
        String phone,
        Optional<String> email,
        List<SaleLine> lines,
        Money total,
        LocalDate due,
        String supplier,
        String note) {

    public static final int MAX_WORDS = 120;
    public static final int MAX_NOTE = 500;

    private static final Pattern NUMBER = Pattern.compile("O-[A-Z0-9]{1,8}-\\d{1,3}-\\d{6,12}");

    public enum Kind {
        /// The shop has to get the goods.
        SPECIAL,
        /// The shop has the goods and keeps them until all is paid.
        LAYAWAY
    }

    public CounterOrder {
        lines = List.copyOf(lines);
        if (!isNumber(number)) {
            throw new IllegalArgumentException(
                    "an order's number looks like O-S1-2-000012, was \"" + number + "\"");
        }
        refuseWords(customerName, phone, supplier);
        if (customerName.isBlank() || note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "an order names its customer, and its note is at most %d long"
                            .formatted(MAX_NOTE));
        }
        if (due.isBefore(day) || due.isAfter(day.plusDays(DepositRules.MAX_DAYS))) {
            throw new IllegalArgumentException(
                    "an order of %s is due within %d days, was %s"
                            .formatted(day, DepositRules.MAX_DAYS, due));
        }
        Money sum = Money.sum(lines.stream().map(SaleLine::total).toList(), total.currency());
        boolean onlySells = lines.stream().allMatch(line -> line.kind() == SaleLine.Kind.SALE);
        if (lines.isEmpty() || !onlySells || !sum.equals(total)) {
            throw new IllegalArgumentException(
                    "an order is of goods for their sum of %s, was %s".formatted(sum, total));
        }
    }

    private static void refuseWords(String... texts) {
        for (String text : texts) {
            if (text.length() > MAX_WORDS) {
                throw new IllegalArgumentException(
                        "names are at most %d long, was %d".formatted(MAX_WORDS, text.length()));
            }
        }
    }

    public static String number(StoreId store, int till, long n) {
        return "O-%s-%d-%06d".formatted(store, till, n);
    }

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /// The last part of its number.
    public long n() {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    /// Where it stands when it is made: goods that are put aside are there.
    public CounterOrderState first() {
        return switch (kind) {
            case SPECIAL -> new CounterOrderState.Asked(at);
            case LAYAWAY -> new CounterOrderState.Waiting(at, "");
        };
    }
}
