package kmmotos.desktop.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.desktop.payments.PayAnswer;
import kmmotos.desktop.payments.TenderModel;
import kmmotos.model.money.Money;
import kmmotos.model.payments.ForeignRates;

/// Foreign cash: what is due in each currency that the shop takes, and taking what was handed over,
/// as `50 usd`, or as a number alone if there is one currency only. Change is the shop's money, and
/// so is what goes back for goods.
public final class ForeignCashModel {
    private static final Pattern WITH_CODE =
            Pattern.compile(
                    "(?:(?<before>[a-z]{3}) *(?<sum>[0-9.,]+)|(?<amount>[0-9.,]+) *(?<after>[a-z]{3}))");

    private final SaleDesk desk;
    private final TenderModel tender;
    private final TypedNumbers numbers;
    private final Predicate<PayAnswer> told;
    private final ReadOnlyObjectWrapper<List<Money>> due = new ReadOnlyObjectWrapper<>(List.of());
    private List<ForeignRates.Rate> rates = List.of();

    /// @param told says what came of it, and answers whether it was taken
    ForeignCashModel(SaleDesk desk, TenderModel tender, Predicate<PayAnswer> told) {
        this.desk = desk;
        this.tender = tender;
        this.told = told;
        this.numbers = new TypedNumbers(desk.texts().locale());
        tender.dueProperty().subscribe(_ -> show());
    }

    /// Looks up what is taken today; rates of the shift's day hold, however late it gets.
    void look() {
        var day =
                desk.sale()
                        .shift()
                        .map(shift -> shift.businessDay())
                        .orElseGet(() -> desk.sale().store().dayAt(desk.counter().clock().get()));
        desk.counter()
                .background()
                .run(
                        () -> List.copyOf(desk.counter().books().foreignRates().on(day).values()),
                        found -> {
                            rates = found;
                            show();
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void show() {
        var open = tender.dueProperty().get().filter(Money::isPositive);
        due.set(
                open.map(money -> rates.stream().map(rate -> in(rate, money)).toList())
                        .orElse(List.of()));
    }

    /// Rounded up: so much is enough.
    private static Money in(ForeignRates.Rate rate, Money home) {
        int digits = rate.currency().getDefaultFractionDigits();
        BigDecimal amount = home.decimal().divide(rate.rate(), digits, RoundingMode.UP);
        return Money.ofMinor(amount.movePointRight(digits).longValueExact(), rate.currency());
    }

    /// What is due in each currency; empty while nothing is, or none is taken.
    public ReadOnlyObjectProperty<List<Money>> dueProperty() {
        return due.getReadOnlyProperty();
    }

    /// Whether this text names a currency, so that it is no amount of the shop's money.
    boolean isMeantBy(String typed) {
        return WITH_CODE.matcher(typed.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /// Takes what was handed over; nothing typed tells what is due.
    public boolean pay(String typed) {
        if (tender.dueProperty().get().filter(Money::isNegative).isPresent()) {
            desk.refuse("sales.foreign.no_refund");
            return false;
        }
        if (rates.isEmpty()) {
            desk.note("sales.foreign.none");
            return false;
        }
        if (typed.isBlank()) {
            desk.note("sales.foreign.due", words());
            return false;
        }
        var rate = rate(typed);
        if (rate.isEmpty()) {
            desk.refuse("sales.foreign.which", codes());
            return false;
        }
        var given = numbers.money(typed.replaceAll("[A-Za-z]", ""), rate.get().currency());
        if (given.isEmpty()) {
            desk.refuse("sales.entry.number", typed);
            return false;
        }
        return told.test(tender.foreignCash(given.get(), rate.get().rate()));
    }

    private Optional<ForeignRates.Rate> rate(String typed) {
        var match = WITH_CODE.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return rates.size() == 1 ? Optional.of(rates.getFirst()) : Optional.empty();
        }
        var before = Optional.ofNullable(match.group("before"));
        var code = before.orElseGet(() -> match.group("after")).toUpperCase(Locale.ROOT);
        return rates.stream()
                .filter(rate -> rate.currency().getCurrencyCode().equals(code))
                .findFirst();
    }

    /// What is due in each currency, as `USD 18.52 · ARS 17,242.00`.
    public String words() {
        return due.get().stream()
                .map(money -> money.currency() + " " + desk.formats().amount(money))
                .collect(Collectors.joining(" · "));
    }

    private String codes() {
        return rates.stream()
                .map(ForeignRates.Rate::currency)
                .map(Currency::getCurrencyCode)
                .collect(Collectors.joining(", "));
    }
}
