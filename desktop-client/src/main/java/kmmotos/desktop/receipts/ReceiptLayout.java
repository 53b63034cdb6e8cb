package kmmotos.desktop.receipts;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// The receipt of a sale, a return or an exchange.
public final class ReceiptLayout {

    /// The names that a sale knows only by their ids.
    ///
    /// @param orderNumber of the web order that was handed over
    public record Names(String staff, Optional<String> customer, Optional<String> orderNumber) {

        public static Names ofStaff(String name) {
            return new Names(name, Optional.empty(), Optional.empty());
        }
    }

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public ReceiptLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip receipt(Sale sale, Names names) {
        return receipt(sale, names, Optional.empty());
    }

    /// @param code by which any till of the chain takes the goods back
    public Slip receipt(Sale sale, Names names, Optional<String> code) {
        String number = sale.receiptNumber().toString();
        Slip.Builder slip = paper.headed(number);
        title(sale).ifPresent(title -> slip.large(texts.get(title)));
        head(slip, sale, names);
        lines(slip, sale);
        if (isDepositOnly(sale)) {
            tenders(slip, sale);
        } else {
            goods(slip, sale);
        }
        slip.gap()
                .centered(texts.get("receipts.thanks"))
                .centered(texts.get("receipts.keep"))
                .barcode(number);
        code.ifPresent(slip::qrCode);
        return slip.build();
    }

    private void goods(Slip.Builder slip, Sale sale) {
        slip.rule();
        sale.note().ifPresent(note -> slip.text(texts.get("receipts.note", note)).rule());
        totals(slip, sale);
        tenders(slip, sale);
        slip.rule();
        taxes(slip, sale);
    }

    /// Money for an order and nothing else: neither a total nor tax.
    private static boolean isDepositOnly(Sale sale) {
        return sale.lines().isEmpty() && !sale.isWithoutDeposits();
    }

    private static Optional<String> title(Sale sale) {
        if (isDepositOnly(sale)) {
            boolean isTaken = sale.deposits().anyMatch(Tender::isLoad);
            return Optional.of(isTaken ? "receipts.deposit_taken" : "receipts.deposit_back");
        }
        if (sale.isVoid()) {
            return Optional.of("receipts.void");
        }
        if (isExchange(sale)) {
            return Optional.of("receipts.exchange");
        }
        return sale.total().isNegative() ? Optional.of("receipts.return") : Optional.empty();
    }

    private static boolean isExchange(Sale sale) {
        var kinds = sale.lines().stream().map(SaleLine::kind).collect(Collectors.toSet());
        return kinds.containsAll(Set.of(SaleLine.Kind.SALE, SaleLine.Kind.RETURN));
    }

    /// What was bought and what came back, before the difference of the two.
    private void exchanged(Slip.Builder slip, Sale sale) {
        slip.pair(texts.get("receipts.bought"), formats.amount(sum(sale, SaleLine.Kind.SALE)));
        slip.pair(
                texts.get("receipts.brought_back"),
                formats.amount(sum(sale, SaleLine.Kind.RETURN)));
    }

    private static Money sum(Sale sale, SaleLine.Kind kind) {
        return Money.sum(
                sale.lines().stream()
                        .filter(line -> line.kind() == kind)
                        .map(SaleLine::total)
                        .toList(),
                sale.total().currency());
    }

    /// What was put on cards or off an account comes first: it is paid together with the goods.
    private void tenders(Slip.Builder slip, Sale sale) {
        var loads = sale.tenders().stream().filter(Tender::isLoad).toList();
        loads.forEach(load -> tender(slip, load));
        if (!loads.isEmpty() && !sale.lines().isEmpty()) {
            var loaded =
                    Money.sum(loads.stream().map(Tender::amount).toList(), sale.total().currency());
            slip.boldPair(texts.get("receipts.to_pay"), formats.amount(sale.total().minus(loaded)));
        }
        sale.tenders().stream()
                .filter(tender -> !tender.isLoad())
                .forEach(tender -> tender(slip, tender));
    }

    private void head(Slip.Builder slip, Sale sale, Names names) {
        slip.boldPair(texts.get("receipts.number", sale.receiptNumber()), "");
        slip.text(formats.dateTime(sale.at()));
        String till = Integer.toString(sale.receiptNumber().till());
        slip.text(texts.get("receipts.served_by", names.staff(), till));
        names.customer().ifPresent(name -> slip.text(texts.get("receipts.customer", name)));
        sale.bike().ifPresent(bike -> slip.text(texts.get("receipts.bike", bike)));
        names.orderNumber().ifPresent(order -> slip.text(texts.get("receipts.order", order)));
        slip.rule();
    }

    private void lines(Slip.Builder slip, Sale sale) {
        KitPrint kits = new KitPrint(slip, texts, formats, this::adjustment);
        for (SaleLine line : sale.lines()) {
            if (!kits.take(line)) {
                line(slip, line);
            }
        }
        kits.finish();
    }

    private void line(Slip.Builder slip, SaleLine line) {
        slip.text(line.description());
        String quantity = formats.quantity(line.quantity()) + " x " + formats.amount(line.unit());
        slip.pair("  %s (%s)".formatted(quantity, line.sku()), formats.amount(line.gross()));
        if (line.unit().compareTo(line.list()) < 0) {
            slip.text("  " + texts.get("receipts.list_price", formats.amount(line.list())));
        }
        line.adjustments().forEach(adjustment -> adjustment(slip, adjustment));
        line.returnOf()
                .map(SaleLine.ReturnOf::receiptNumber)
                .ifPresent(from -> slip.text("  " + texts.get("receipts.return_of", from)));
        line.returned()
                .ifPresent(why ->
                        slip.text(
                                "  "
                                        + texts.get(
                                                "receipts.reason."
                                                        + why.reason()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT))));
        line.kit()
                .ifPresent(kit ->
                        slip.text("  " + texts.get("receipts.kit.part_of", kit.description())));
        line.serials().forEach(no -> slip.text("  " + texts.get("receipts.serial", no)));
        line.note().ifPresent(note -> slip.text("  " + texts.get("receipts.note", note)));
        line.askedFor().ifPresent(asked -> slip.text("  " + texts.get("receipts.replaces", asked)));
        if (line.kind() == SaleLine.Kind.WRITE_OFF) {
            slip.text("  " + texts.get("receipts.written_off"));
        }
    }

    void adjustment(Slip.Builder slip, Adjustment adjustment) {
        String key =
                switch (adjustment.kind()) {
                    case LINE_DISCOUNT -> "receipts.line_discount";
                    case BASKET_DISCOUNT -> "receipts.basket_discount";
                    case COUPON -> "receipts.coupon";
                    case PROMOTION -> "receipts.promotion";
                };
        slip.pair(
                "  " + texts.get(key, adjustment.label()).strip(),
                formats.amount(adjustment.amount()));
    }

    private void totals(Slip.Builder slip, Sale sale) {
        if (taxIsAdded(sale)) {
            Money net = sale.total().minus(sale.tax());
            slip.pair(texts.get("receipts.subtotal"), formats.amount(net));
            slip.pair(texts.get("receipts.tax_added"), formats.amount(sale.tax()));
        }
        if (isExchange(sale)) {
            exchanged(slip, sale);
        }
        boolean back = sale.total().isNegative();
        slip.largePair(
                texts.get(back ? "receipts.refund" : "receipts.total"),
                formats.money(sale.total().abs()));
        Money saved = discounts(sale).negated();
        if (saved.isPositive() && !back) {
            slip.text(texts.get("receipts.you_save", formats.money(saved)));
        }
    }

    private static Money discounts(Sale sale) {
        return Money.sum(
                sale.lines().stream()
                        .flatMap(line -> line.adjustments().stream())
                        .map(Adjustment::amount)
                        .toList(),
                sale.total().currency());
    }

    private static boolean taxIsAdded(Sale sale) {
        Currency currency = sale.total().currency();
        Money gross = Money.sum(sale.lines().stream().map(SaleLine::gross).toList(), currency);
        return !gross.plus(discounts(sale)).equals(sale.total());
    }

    private void tender(Slip.Builder slip, Tender tender) {
        switch (tender) {
            case Tender.Cash(Money amount, Money given, Money change) -> {
                slip.pair(words(amount, "receipts.tender.cash"), formats.amount(given.abs()));
                if (!change.isZero()) {
                    slip.boldPair(texts.get("receipts.change"), formats.amount(change));
                }
            }
            case Tender.ForeignCash(Money amount, Money given, BigDecimal rate, Money change) -> {
                slip.pair(
                        texts.get(
                                "receipts.foreign",
                                given.currency().getCurrencyCode(),
                                formats.amount(given),
                                rate.toPlainString()),
                        formats.amount(amount.plus(change)));
                if (!change.isZero()) {
                    slip.boldPair(texts.get("receipts.change"), formats.amount(change));
                }
            }
            case Tender.Card(_, Money amount, String reference) -> {
                String key = reference.isBlank() ? "card" : "card_reference";
                slip.pair(
                        words(amount, "receipts.tender." + key, reference),
                        formats.amount(amount.abs()));
            }
            case Tender.GiftCard card ->
                    slip.pair(
                            texts.get(giftCard(card), card.lastFour()),
                            formats.amount(card.amount().abs()));
            case Tender.Account(_, Money amount, _) ->
                    slip.pair(
                            texts.get(
                                    amount.isNegative()
                                            ? "receipts.tender.account_paid"
                                            : "receipts.tender.account"),
                            formats.amount(amount.abs()));
            case Tender.Deposit(_, String number, Money amount) ->
                    slip.pair(
                            texts.get(
                                    amount.isNegative()
                                            ? "receipts.tender.deposit_taken"
                                            : "receipts.tender.deposit_used",
                                    number),
                            formats.amount(amount.abs()));
        }
    }

    private static String giftCard(Tender.GiftCard card) {
        if (card.serial().isPresent()) {
            return "receipts.tender.gift_card_new";
        }
        return card.isLoad() ? "receipts.tender.gift_card_load" : "receipts.tender.gift_card_paid";
    }

    private String words(Money amount, String key, Object... arguments) {
        String tender = texts.get(key, arguments);
        return amount.isNegative() ? texts.get("receipts.paid_back", tender) : tender;
    }

    private void taxes(Slip.Builder slip, Sale sale) {
        record Tax(Money net, Money tax) {}
        var byRate = new TreeMap<BigDecimal, Tax>();
        for (SaleLine line : sale.lines()) {
            byRate.merge(
                    line.taxPercent(),
                    new Tax(line.net(), line.tax()),
                    (a, b) -> new Tax(a.net().plus(b.net()), a.tax().plus(b.tax())));
        }
        slip.text(texts.get(taxIsAdded(sale) ? "receipts.tax_added" : "receipts.tax_included"));
        byRate.forEach((rate, tax) ->
                slip.pair(
                        "  "
                                + texts.get(
                                        "receipts.tax_line",
                                        formats.percent(rate),
                                        formats.amount(tax.net())),
                        formats.amount(tax.tax())));
    }
}
