package kmmotos.installers.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.installers.demo.Clerk;
import kmmotos.installers.terminal.Terminal;
import kmmotos.installers.till.Document;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.pricing.Basket;

/// A till as a process of its own, worked by lines: `sell SKU 2`, answered by one line each. SKUs
/// must not contain blanks. It ends with its input.
final class TillMain {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HeadlessTill till;
    private final Clerk clerk;

    private TillMain(HeadlessTill till, UUID staff) {
        this.till = till;
        this.clerk = new Clerk(till, staff, Clock.systemUTC());
    }

    /// Arguments: folder, server's address, enrolment code, who works.
    public static void main(String[] args) throws IOException {
        Terminal parent = Terminal.standard();
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HeadlessTill till = HeadlessTill.open(Path.of(args[0]), args[1], () -> args[2])) {
            TillMain main = new TillMain(till, UUID.fromString(args[3]));
            parent.say("ready");
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                parent.say(main.answer(List.of(line.split(" ", -1))));
            }
        }
    }

    private String answer(List<String> words) {
        return switch (words.getFirst()) {
            case "open" -> open();
            case "sell" -> "sold " + clerk.sellForCash(ring(words)).receiptNumber();
            case "sell-and-die" -> sellAndDie(words);
            case "pick" -> pick(words.get(1));
            case "hand-over" -> handOver(words.get(1), words.get(2));
            case "close" -> "closed " + clerk.close().totals().takings();
            case "sync" -> sync();
            case "receipts" -> "receipts " + till.saleCount();
            case "sales" -> "sales " + till.projectedSales();
            case "stock" -> "stock " + till.onHand(new Sku(words.get(1)));
            default -> throw new IllegalArgumentException("unknown: " + words);
        };
    }

    private String open() {
        if (till.openDay().isEmpty()) {
            clerk.open(Money.parse("200.00", till.store().currency()));
        }
        return "open";
    }

    /// The power goes between journal and projection.
    private String sellAndDie(List<String> words) {
        till.sellWithoutProjection(ring(words));
        Runtime.getRuntime().halt(137);
        return "dead";
    }

    private Document ring(List<String> words) {
        Sku sku = new Sku(words.get(1));
        Basket basket = clerk.basket(List.of(sku));
        return clerk.ring(basket.withQuantity(1, Quantity.parse(words.get(2))), Optional.empty());
    }

    private String pick(String number) {
        Order order = till.awaitOrder(number, PATIENCE);
        clerk.pick(order);
        clerk.shelve(order, "A1");
        return "ready " + number;
    }

    private String handOver(String number, String code) {
        Order order = till.awaitOrder(number, PATIENCE);
        return "handed " + clerk.handOver(order, new PickupCode(code)).receiptNumber();
    }

    private String sync() {
        till.awaitConfirmation(PATIENCE);
        return "confirmed";
    }
}
