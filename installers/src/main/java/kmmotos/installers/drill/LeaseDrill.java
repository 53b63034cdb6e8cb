package kmmotos.installers.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;

/// Two shops share a gift card, a customer's credit and coupons for one use while the second shop's
/// line fails and its till dies and is copied. Every balance must be right to the cent, and what
/// was used twice must be on the work list, once.
final class LeaseDrill implements AutoCloseable {
    private static final String REFUSED = "refused";
    private static final String PARTS = TwoShops.sku(12);

    private final PostgresCluster cluster;
    private final TwoShops shops;
    private final Findings found;
    private final UUID customer = UUID.randomUUID();
    private Money onCard = brl("0.00");
    private Money owed = brl("0.00");

    private LeaseDrill(Path folder, Findings found) throws IOException {
        this.found = found;
        cluster = PostgresCluster.make(folder.resolve("data"));
        DrilledChain.start(cluster);
        shops = DrilledChain.shops(folder.resolve("shops"), cluster.address(), "none", "");
    }

    static Outcome run(Path folder, Clock clock) throws IOException {
        Findings found = new Findings(clock);
        try (LeaseDrill drill = new LeaseDrill(folder, found)) {
            drill.giveCredit();
            String card = drill.sellAndUseACard();
            List<String> coupons =
                    drill.issueCoupons(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            drill.sellWhileTheLineIsCut(card, coupons);
            drill.dieWithALease(card);
            drill.copyTheTill();
            drill.loseTheCard(card);
            found.figure("on the card", drill.onCard);
            found.figure("owed", drill.owed);
            return found.outcome("leases", drill.shops.booksAfterwards());
        }
    }

    private static Money brl(String amount) {
        return Money.parse(amount, java.util.Currency.getInstance("BRL"));
    }

    private void giveCredit() {
        shops.office()
                .know(
                        new Customer(
                                customer,
                                Customer.Kind.WHOLESALE,
                                "Oficina Zeca",
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                true));
        put(
                "/customers/" + customer + "/credit",
                Map.of("limit", brl("1000.00"), "home_store", TwoShops.SECOND, "note", "a drill"));
        // 20 % of it, which is the second shop's till's alone.
        shops.second().ask("renew");
    }

    private String sellAndUseACard() {
        sold(shops.first(), "sell-card 100.00");
        onCard = brl("100.00");
        shops.sync();
        String card = shops.first().ask("last-card").substring("card ".length());
        payByCard(shops.second(), card, "10.00");
        shops.sync();
        balances(card);
        return card;
    }

    private List<String> issueCoupons(LocalDate today) {
        String path = "/coupon-batches/" + UUID.randomUUID();
        put(
                path,
                Map.of(
                        "name",
                        "a drill",
                        "discount",
                        Map.of("type", "percent_off", "percent", "10"),
                        "until",
                        today.plusDays(7).toString(),
                        "count",
                        2));
        return items(path + "/coupons").stream().map(one -> one.path("text").asText()).toList();
    }

    /// The second shop can't ask. It sells on account within what it was given, takes a coupon by
    /// its signature once, and nothing of the card.
    private void sellWhileTheLineIsCut(String card, List<String> coupons) {
        shops.line().cut();
        onAccount(shops.second(), "10", "129.00");
        onAccount(shops.second(), "5", "64.50");
        refused(shops.second(), "on-account " + customer + " " + PARTS + " 1");
        refused(shops.second(), "pay-by-card " + card + " 10.00");
        sold(shops.second(), "with-coupon " + coupons.getFirst() + " " + PARTS);
        refused(shops.second(), "with-coupon " + coupons.getFirst() + " " + PARTS);
        refused(shops.second(), "with-coupon " + forged(coupons.getLast()) + " " + PARTS);
        // The first shop asks, and nobody knows of the other use.
        sold(shops.first(), "with-coupon " + coupons.getFirst() + " " + PARTS);
        sold(shops.first(), "with-coupon " + coupons.getLast() + " " + PARTS);
        shops.line().repair();
        shops.sync();
        refused(shops.second(), "with-coupon " + coupons.getLast() + " " + PARTS);
        waiting("coupon_overused", 1);
        waiting("coupon_unknown", 0);
        balances(card);
    }

    private static String forged(String text) {
        int last = text.length() - 1;
        return text.substring(0, last) + (text.charAt(last) == '0' ? '1' : '0');
    }

    /// It dies with the lease written down and the sale not; then with the sale written down and
    /// not sent.
    private void dieWithALease(String card) {
        shops.second().ask("die-at BEFORE_WRITE 2");
        shops.second().askToDie("pay-by-card " + card + " 20.00");
        shops.second().startAgain();
        shops.sync();
        balances(card);
        // It still has what it took.
        payByCard(shops.second(), card, "20.00");
        shops.second().ask("die-at FORCED 2");
        shops.second().askToDie("pay-by-card " + card + " 15.00");
        onCard = onCard.minus(brl("15.00"));
        shops.second().startAgain();
        shops.sync();
        balances(card);
        waiting("lease_overused", 0);
    }

    /// Two tills have one lease, and each uses most of it.
    private void copyTheTill() {
        shops.second().ask("renew");
        shops.sync();
        shops.second().close();
        try (TillProcess copy = shops.copyOfSecond()) {
            shops.second().startAgain();
            shops.line().cut();
            onAccount(shops.second(), "10", "129.00");
            onAccount(copy, "10", "129.00");
            shops.line().repair();
            shops.sync();
            copy.ask("sync");
        }
        waiting("lease_overused", 1);
    }

    private void loseTheCard(String card) {
        GiftCardNumber lost = GiftCardNumber.parse(card).orElseThrow();
        String path = "/gift-cards/cards/" + lost.cardId();
        shops.office().api().post(HeadOffice.PREFIX + path + "/block", Map.of("note", "a drill"));
        refused(shops.first(), "pay-by-card " + card + " 5.00");
        shops.second().ask("renew");
        shops.second().ask("renew");
        shops.sync();
        balances(card);
    }

    private void payByCard(TillProcess till, String card, String amount) {
        sold(till, "pay-by-card " + card + " " + amount);
        onCard = onCard.minus(brl(amount));
    }

    private void onAccount(TillProcess till, String pieces, String amount) {
        sold(till, "on-account " + customer + " " + PARTS + " " + pieces);
        owed = owed.plus(brl(amount));
    }

    private void sold(TillProcess till, String order) {
        expect("sold", till, order);
    }

    private void refused(TillProcess till, String order) {
        expect(REFUSED, till, order);
    }

    private void expect(String beginning, TillProcess till, String order) {
        String answer = till.ask(order);
        found.expect(
                answer.startsWith(beginning),
                order + " at " + till.store() + " was answered by " + answer);
    }

    /// What head office says is on the card and owed, against what the shops did.
    private void balances(String card) {
        UUID id = GiftCardNumber.parse(card).orElseThrow().cardId();
        compare("on the card", onCard, items("/gift-cards/cards?card=" + id), "balance");
        compare("owed", owed, items("/credit"), "owes");
    }

    private void compare(String what, Money expected, List<JsonNode> items, String member) {
        String told = items.getFirst().path(member).path("amount").asText();
        found.expect(
                told.equals(expected.amount()),
                "%s is %s instead of %s".formatted(what, told, expected));
    }

    private void waiting(String code, int expected) {
        long waiting =
                items("/event-exceptions?page_size=100").stream()
                        .filter(item -> item.path("code").asText().equals(code))
                        .count();
        found.expect(
                waiting == expected,
                "%d times %s instead of %d".formatted(waiting, code, expected));
    }

    private void put(String path, Object body) {
        JsonNode _ = shops.office().api().put(HeadOffice.PREFIX + path, body);
    }

    private List<JsonNode> items(String path) {
        JsonNode items = shops.office().api().get(HeadOffice.PREFIX + path).path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Override
    public void close() {
        shops.close();
        cluster.close();
    }
}
