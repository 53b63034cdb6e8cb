package kmmotos.installers.drill;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.FaultyDisk;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.neighbours.NeighbourSettings;
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

    /// Small, so that a drill fills and frees several.
    private static final int SEGMENT_BYTES = 32 * 1024;

    private final HeadlessTill till;
    private final Clerk clerk;
    private final Death death;
    private final LeaseClerk leases;

    private TillMain(HeadlessTill till, UUID staff, Clock clock, Death death) {
        this.till = till;
        this.clerk = new Clerk(till, staff, clock);
        this.death = death;
        this.leases = new LeaseClerk(till, clerk);
    }

    /// Arguments: folder, server's address, enrolment code, who works, how many days its clock is
    /// ahead, the port of the shop's network or nothing.
    public static void main(String[] args) throws IOException {
        Terminal parent = Terminal.standard();
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(Long.parseLong(args[4])));
        Death death = new Death();
        TillConfig config =
                TillConfig.of(Path.of(args[0]))
                        .withClock(clock)
                        .withDisk(new FaultyDisk(Disk.real(), death), SEGMENT_BYTES)
                        .withNeighbours(neighbours(args[5]));
        try (HeadlessTill till = HeadlessTill.open(config, args[1], () -> args[2])) {
            TillMain main = new TillMain(till, UUID.fromString(args[3]), clock, death);
            parent.say("ready");
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                parent.say(main.answer(List.of(line.split(" ", -1))));
            }
        }
    }

    private static NeighbourSettings neighbours(String port) {
        return port.isEmpty()
                ? NeighbourSettings.OFF
                : new NeighbourSettings(true, Integer.parseInt(port), List.of(), true);
    }

    private String answer(List<String> words) {
        return switch (words.getFirst()) {
            case "open" -> open();
            case "sell" -> sell(words);
            case "sell-and-die" -> sellAndDie(words);
            case "die-at" -> dieAt(words.get(1), words.get(2));
            case "pick" -> pick(words.get(1));
            case "hand-over" -> handOver(words.get(1), words.get(2));
            case "close" -> "closed " + clerk.close().totals().takings();
            case "sync" -> sync();
            case "meet" -> meet(Integer.parseInt(words.get(1)));
            case "mirrored" -> mirrored();
            case "await-stock" -> awaitStock(new Sku(words.get(1)), Quantity.parse(words.get(2)));
            case "compare" -> "differ " + till.awaitComparison(Duration.ofMinutes(1));
            case "receipts" -> "receipts " + till.saleCount();
            case "sales" -> "sales " + till.projectedSales();
            case "stock" -> "stock " + till.onHand(new Sku(words.get(1)));
            case "stocks" -> stocks(words.get(1), Integer.parseInt(words.get(2)));
            case "sell-card" -> leases.sellCard(words.get(1));
            case "last-card" -> "card " + leases.lastCard();
            case "pay-by-card" -> leases.payByCard(words.get(1), words.get(2));
            case "on-account" -> leases.onAccount(words.get(1), words.get(2), words.get(3));
            case "with-coupon" -> leases.withCoupon(words.get(1), words.get(2));
            case "renew" -> leases.renew();
            case "first-kept" -> "first-kept " + till.till().journal().firstSeq();
            default -> throw new IllegalArgumentException("unknown: " + words);
        };
    }

    private String open() {
        if (till.openDay().isEmpty()) {
            clerk.open(Money.parse("200.00", till.store().currency()));
        }
        return "open";
    }

    /// Asks first, as the counter does; a sale that is refused was not made.
    private String sell(List<String> words) {
        if (till.till().journal().readiness() instanceof Readiness.Refusing(String why)) {
            return "refused " + why;
        }
        try {
            return "sold " + clerk.sellForCash(ring(words)).receiptNumber();
        } catch (JournalFailed e) {
            return "refused " + e.getMessage();
        }
    }

    /// The power goes between journal and projection.
    private String sellAndDie(List<String> words) {
        till.sellWithoutProjection(ring(words));
        Runtime.getRuntime().halt(137);
        return "dead";
    }

    private String dieAt(String point, String n) {
        death.comeAt(point, Integer.parseInt(n));
        return "waiting";
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

    private String meet(int others) {
        till.awaitNeighbours(others, PATIENCE);
        return "met";
    }

    private String mirrored() {
        till.awaitMirrored(PATIENCE);
        return "mirrored";
    }

    private String awaitStock(Sku sku, Quantity expected) {
        till.awaitOnHand(sku, expected, PATIENCE);
        return "stock " + expected;
    }

    /// What it shows of all parts: `PART-1` and so on.
    private String stocks(String prefix, int parts) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(n -> till.onHand(new Sku(prefix + n)).toString())
                .collect(Collectors.joining(" ", "stocks ", ""));
    }
}
