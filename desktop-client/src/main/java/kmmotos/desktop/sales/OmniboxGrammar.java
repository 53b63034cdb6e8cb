package kmmotos.desktop.sales;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.BasketLine;

/// Reads a line of the omnibox. Numbers may have a decimal comma or point, as the language has it.
public record OmniboxGrammar(TypedNumbers numbers) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static OmniboxGrammar of(Locale locale) {
        return new OmniboxGrammar(new TypedNumbers(locale));
    }

    public OmniboxEntry read(String line) {
        var text = line.strip();
        if (text.isEmpty()) {
            return new OmniboxEntry.Nothing();
        }
        return command(text).orElseGet(() -> article(text));
    }

    private Optional<OmniboxEntry> command(String text) {
        if (text.startsWith("//")) {
            return Optional.of(percent(text.substring(2), OmniboxEntry.BasketPercent::new));
        }
        if (text.startsWith("/")) {
            return Optional.of(percent(text.substring(1), OmniboxEntry.LinePercent::new));
        }
        if (text.startsWith("*")) {
            return Optional.of(lineQuantity(text.substring(1).strip()));
        }
        if (text.startsWith("=")) {
            return Optional.of(price(text.substring(1)));
        }
        return afterLetter(text, 'c', OmniboxEntry.FindCustomer::new)
                .or(() -> afterLetter(text, 'r', OmniboxEntry.FindReceipt::new))
                .or(() -> afterLetter(text, 'n', OmniboxEntry.LineNote::new))
                .or(() -> saleNote(text))
                .or(() -> afterLetter(text, 'b', OmniboxEntry.FindForBike::new))
                .or(() -> amount(text, 'g', OmniboxEntry.SellGiftCard::new))
                .or(() -> amount(text, 'a', OmniboxEntry.PayOffAccount::new));
    }

    /// Words that begin with the letter and a blank are still searched for: `a arm` is no amount.
    private Optional<OmniboxEntry> amount(
            String text, char letter, Function<BigDecimal, OmniboxEntry> entry) {
        return afterLetter(text, letter, OmniboxEntry.FindForBike::new).isEmpty()
                ? Optional.empty()
                : numbers.decimal(text.substring(2).strip()).map(entry);
    }

    private static Optional<OmniboxEntry> saleNote(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).startsWith("nn ")
                ? Optional.of(new OmniboxEntry.SaleNote(text.substring(3).strip()))
                : Optional.empty();
    }

    private static Optional<OmniboxEntry> afterLetter(
            String text, char letter, Function<String, OmniboxEntry> entry) {
        boolean is =
                text.length() > 2
                        && Character.toLowerCase(text.charAt(0)) == letter
                        && text.charAt(1) == ' ';
        return is ? Optional.of(entry.apply(text.substring(2).strip())) : Optional.empty();
    }

    private OmniboxEntry percent(String text, Function<BigDecimal, OmniboxEntry> entry) {
        var percent = numbers.decimal(withoutSign(text));
        if (percent.isEmpty()) {
            return unreadable(OmniboxEntry.Reason.NUMBER_EXPECTED, text);
        }
        boolean inRange = percent.get().signum() >= 0 && percent.get().compareTo(HUNDRED) <= 0;
        return inRange
                ? entry.apply(percent.get())
                : unreadable(OmniboxEntry.Reason.PERCENT_OUT_OF_RANGE, text);
    }

    private static String withoutSign(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text.strip();
    }

    private OmniboxEntry price(String text) {
        return numbers.decimal(text.strip())
                .filter(price -> price.signum() >= 0)
                .<OmniboxEntry>map(OmniboxEntry.OwnPrice::new)
                .orElseGet(() -> unreadable(OmniboxEntry.Reason.NUMBER_EXPECTED, text));
    }

    private OmniboxEntry lineQuantity(String number) {
        var quantity = numbers.quantity(number).filter(typed -> !typed.isNegative());
        if (quantity.isEmpty()) {
            return unreadable(OmniboxEntry.Reason.NUMBER_EXPECTED, number);
        }
        return quantity.get().compareTo(BasketLine.MAX_QUANTITY) > 0
                ? unreadable(OmniboxEntry.Reason.ABSURD_QUANTITY, number)
                : new OmniboxEntry.LineQuantity(quantity.get());
    }

    private OmniboxEntry article(String text) {
        boolean returned = text.startsWith("-");
        var rest = returned ? text.substring(1).strip() : text;
        if (rest.isEmpty()) {
            return new OmniboxEntry.NextIsReturned();
        }
        int star = rest.indexOf('*');
        if (star <= 0 || !startsAsNumber(rest)) {
            return new OmniboxEntry.Find(signed(Quantity.ONE, returned), rest);
        }
        return counted(rest.substring(0, star).strip(), rest.substring(star + 1).strip(), returned);
    }

    private OmniboxEntry counted(String number, String article, boolean returned) {
        var quantity = numbers.quantity(number);
        if (quantity.isEmpty() || quantity.get().isZero()) {
            return unreadable(OmniboxEntry.Reason.NUMBER_EXPECTED, number);
        }
        if (quantity.get().abs().compareTo(BasketLine.MAX_QUANTITY) > 0) {
            return unreadable(OmniboxEntry.Reason.ABSURD_QUANTITY, number);
        }
        var signed = signed(quantity.get(), returned);
        return article.isEmpty()
                ? new OmniboxEntry.NextQuantity(signed)
                : new OmniboxEntry.Find(signed, article);
    }

    private static boolean startsAsNumber(String text) {
        return Character.isDigit(text.charAt(0));
    }

    private static Quantity signed(Quantity quantity, boolean returned) {
        return returned ? quantity.negated() : quantity;
    }

    private static OmniboxEntry unreadable(OmniboxEntry.Reason reason, String text) {
        return new OmniboxEntry.Unreadable(reason, text.strip());
    }
}
