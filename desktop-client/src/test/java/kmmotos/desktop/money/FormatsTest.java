package kmmotos.desktop.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Currency BRL = Currency.getInstance("BRL");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, SAO_PAULO);
    private static final Formats BRAZIL = new Formats(Locale.of("pt", "BR"), SAO_PAULO);
    private static final Formats SPANISH = new Formats(Locale.of("es"), SAO_PAULO);

    @Test
    void moneyIsWrittenByTheLanguage() {
        var money = Money.parse("-1234.50", BRL);
        assertThat(plain(ENGLISH.money(money))).isEqualTo("-R$1,234.50");
        assertThat(plain(BRAZIL.money(money))).isEqualTo("-R$ 1.234,50");
        assertThat(plain(SPANISH.money(money))).isEqualTo("-1.234,50 BRL");
        assertThat(BRAZIL.amount(money)).isEqualTo("-1.234,50");
    }

    @Test
    void aCurrencyKeepsItsOwnDecimals() {
        var yen = Money.ofMinor(1234, Currency.getInstance("JPY"));
        assertThat(BRAZIL.amount(yen)).isEqualTo("1.234");
        assertThat(ENGLISH.money(yen)).isEqualTo("¥1,234");
    }

    @Test
    void aPriceFinerThanTheCurrencyKeepsItsDecimals() {
        var price = UnitPrice.parse("0.001", Currency.getInstance("GBP"));
        assertThat(ENGLISH.price(price)).isEqualTo("£0.001");
        assertThat(ENGLISH.amount(price)).isEqualTo("0.001");
        assertThat(BRAZIL.amount(UnitPrice.parse("39.9", BRL))).isEqualTo("39,90");
    }

    @Test
    void quantitiesAndPercentagesShowNoUselessZeros() {
        assertThat(BRAZIL.quantity(Quantity.parse("1.5"))).isEqualTo("1,5");
        assertThat(BRAZIL.quantity(Quantity.of(1200))).isEqualTo("1.200");
        assertThat(ENGLISH.percent(new BigDecimal("18.00"))).isEqualTo("18%");
    }

    @Test
    void timesAreTheStores() {
        var instant = Instant.parse("2026-11-23T01:05:00Z");
        assertThat(plain(ENGLISH.dateTime(instant))).isEqualTo("Nov 22, 2026, 10:05 PM");
        assertThat(plain(BRAZIL.dateTime(instant))).isEqualTo("22 de nov. de 2026 22:05");
        assertThat(plain(SPANISH.date(LocalDate.of(2026, 11, 22)))).isEqualTo("22 nov 2026");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", " ");
    }
}
