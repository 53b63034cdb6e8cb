package kmmotos.desktop.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.VoidedLine;

/// A shop's books, told sale by sale.
final class SampleReportBook implements ReportBook {
    static final Currency BRL = SampleSlips.BRL;
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final UUID ANA = new UUID(0, 1);
    static final UUID BRUNO = new UUID(0, 2);

    /// In the order of [Article]s a shop has.
    record Part(String sku, Article article, String price) {}

    static final Part PAD = new Part("PAD", new Article("Brake pad CG 160", "Brakes"), "50.00");
    static final Part DISC =
            new Part("DISC", new Article("Brake disc XRE 300", "Brakes"), "180.00");
    static final Part OIL = new Part("OIL", new Article("Engine oil 10W-30", "Oils"), "30.00");
    static final Part BULB = new Part("BULB", new Article("Bulb H7", "Electrics"), "20.00");
    static final Part TYRE = new Part("TYRE", new Article("Rear tyre 130/70", "Tyres"), "420.00");
    static final List<Part> PARTS = List.of(PAD, DISC, OIL, BULB);

    private final List<Sale> sales = new ArrayList<>();
    private final List<VoidedLine> voided = new ArrayList<>();
    private final List<Standing> shelf = new ArrayList<>();
    private int reads;

    /// One line: so many pieces, less a discount in percent.
    static SaleLine line(int lineId, Part part, int pieces, int percentOff) {
        Money gross = money(part.price()).part(BigDecimal.valueOf(pieces), BigDecimal.ONE);
        Money off = gross.part(BigDecimal.valueOf(percentOff), BigDecimal.valueOf(-100));
        List<Adjustment> adjustments =
                percentOff == 0
                        ? List.of()
                        : List.of(
                                new Adjustment(
                                        Adjustment.Kind.LINE_DISCOUNT, percentOff + "%", off));
        return line(lineId, part, pieces, gross, adjustments, PriceReason.LIST);
    }

    static SaleLine line(
            int lineId,
            Part part,
            int pieces,
            Money gross,
            List<Adjustment> adjustments,
            PriceReason reason) {
        Money total =
                gross.plus(Money.sum(adjustments.stream().map(Adjustment::amount).toList(), BRL));
        return new SaleLine(
                lineId,
                pieces > 0 ? SaleLine.Kind.SALE : SaleLine.Kind.RETURN,
                new Sku(part.sku()),
                part.article().name(),
                Quantity.of(pieces),
                UnitPrice.of(money(part.price())),
                UnitPrice.of(money(part.price())),
                reason,
                gross,
                adjustments,
                BigDecimal.ZERO,
                total,
                Money.zero(BRL),
                total,
                Optional.empty());
    }

    static Money money(String amount) {
        return Money.parse(amount, BRL);
    }

    /// A cash sale at the shop's time of day.
    SampleReportBook sell(LocalDate day, String time, UUID staff, SaleLine... lines) {
        Money total = Money.sum(List.of(lines).stream().map(SaleLine::total).toList(), BRL);
        return sell(day, time, staff, List.of(Tender.Cash.exactly(total)), lines);
    }

    SampleReportBook sell(
            LocalDate day, String time, UUID staff, List<Tender> tenders, SaleLine... lines) {
        Instant at =
                day.atTime(LocalTime.parse(time))
                        .atZone(SampleSlips.store("pt-BR").timeZone())
                        .toInstant();
        Money total = Money.sum(List.of(lines).stream().map(SaleLine::total).toList(), BRL);
        sales.add(
                new Sale(
                        new UUID(1, sales.size()),
                        new ReceiptNumber(SampleSlips.STORE, 1, 1, sales.size() + 1),
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        SampleSlips.SHIFT,
                        day,
                        at,
                        staff,
                        Optional.empty(),
                        List.of(lines),
                        tenders,
                        total,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        return this;
    }

    SampleReportBook voidLine(LocalDate day, UUID staff, Part part) {
        Instant at = day.atTime(12, 0).atZone(SampleSlips.store("pt-BR").timeZone()).toInstant();
        voided.add(
                new VoidedLine(
                        new UUID(2, 0),
                        SampleSlips.SHIFT,
                        at,
                        staff,
                        new Sku(part.sku()),
                        Quantity.ONE,
                        money(part.price())));
        return this;
    }

    SampleReportBook lies(Part part, int onHand) {
        shelf.add(
                new Standing(
                        new Sku(part.sku()),
                        part.article(),
                        Quantity.of(onHand),
                        Optional.of(UnitPrice.of(money(part.price())))));
        return this;
    }

    /// Some weeks of a shop, by chance.
    static SampleReportBook weeks(long seed, int days) {
        Random random = new Random(seed);
        SampleReportBook book = new SampleReportBook();
        for (int back = 0; back < days; back++) {
            int customers = 4 + random.nextInt(14);
            for (int i = 0; i < customers; i++) {
                book.sellSomething(DAY.minusDays(back), random);
            }
            if (random.nextInt(3) == 0) {
                book.voidLine(DAY.minusDays(back), random.nextBoolean() ? ANA : BRUNO, OIL);
            }
        }
        PARTS.forEach(part -> book.lies(part, random.nextInt(40) - 3));
        return book.lies(TYRE, 3);
    }

    private void sellSomething(LocalDate day, Random random) {
        SaleLine[] lines =
                IntStream.rangeClosed(1, 1 + random.nextInt(3))
                        .mapToObj(id ->
                                line(
                                        id,
                                        PARTS.get(random.nextInt(PARTS.size())),
                                        random.nextInt(12) == 0 ? -1 : 1 + random.nextInt(3),
                                        random.nextInt(5) == 0 ? 10 : 0))
                        .toArray(SaleLine[]::new);
        int hour = Math.clamp(Math.round(13 + 3 * random.nextGaussian()), 8, 18);
        sell(
                day,
                "%02d:%02d".formatted(hour, random.nextInt(60)),
                random.nextInt(3) == 0 ? BRUNO : ANA,
                lines);
    }

    int reads() {
        return reads;
    }

    @Override
    public void sales(Period days, Consumer<Sale> to) {
        reads++;
        sales.stream().filter(sale -> days.has(sale.businessDay())).forEach(to);
    }

    @Override
    public List<VoidedLine> voided(Period days) {
        return List.copyOf(voided);
    }

    @Override
    public String person(UUID staffId) {
        return Map.of(ANA, "Ana Souza", BRUNO, "Bruno Lima").getOrDefault(staffId, "?");
    }

    @Override
    public Article article(Sku sku, String description) {
        return PARTS.stream()
                .filter(part -> part.sku().equals(sku.value()))
                .findFirst()
                .map(Part::article)
                .orElse(new Article(description, ""));
    }

    @Override
    public void stock(Consumer<Standing> to) {
        shelf.forEach(to);
    }

    static String share(String part, String whole) {
        return new BigDecimal(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
