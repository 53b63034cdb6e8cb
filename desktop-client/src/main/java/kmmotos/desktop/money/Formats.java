package kmmotos.desktop.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// Writes values by the CLDR conventions of a language; times are the store's. Formats are made
/// anew for each value because [NumberFormat] must not be shared by threads.
public record Formats(Locale locale, ZoneId timeZone) {

    /// With the currency's sign: `R$ 1.234,50`.
    public String money(Money money) {
        return money(
                money.decimal(), money.currency(), money.currency().getDefaultFractionDigits());
    }

    /// With as many decimals as the price has: `£0.001`.
    public String price(UnitPrice price) {
        return money(price.amount(), price.currency(), price.amount().scale());
    }

    /// Without a sign, where a column says the currency once: `1.234,50`.
    public String amount(Money money) {
        return number(money.decimal(), money.currency().getDefaultFractionDigits());
    }

    /// As [#amount(Money)], with as many decimals as the price has.
    public String amount(UnitPrice price) {
        return number(price.amount(), price.amount().scale());
    }

    public String quantity(Quantity quantity) {
        return number(quantity.decimal().stripTrailingZeros(), 0);
    }

    public String percent(BigDecimal percent) {
        return number(percent.stripTrailingZeros(), 0) + "%";
    }

    /// As many decimals as it has.
    public String decimal(BigDecimal number) {
        return number(number, number.scale());
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// `22 de nov. de 2026`.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// `22 de nov.`: where the year is known.
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(date);
    }

    /// `14:05`.
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(timeZone));
    }

    /// `22 de nov. de 2026 14:05`.
    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(timeZone));
    }

    private String money(BigDecimal amount, Currency currency, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    private String number(BigDecimal number, int minimumDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(minimumDecimals);
        format.setMaximumFractionDigits(Math.max(minimumDecimals, number.scale()));
        return format.format(number);
    }
}
