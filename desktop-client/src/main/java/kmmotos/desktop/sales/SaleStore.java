package kmmotos.desktop.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.VoidedLine;
import org.hibernate.StatelessSession;

/// The sales of this till, with how much of each line was given back.
public final class SaleStore {
    private static final int MAX_SHIFT_DAYS = 7;

    public static List<Class<?>> rows() {
        return List.of(SaleRow.class);
    }

    /// Adds sales and counts what they give back of earlier ones.
    public void add(StatelessSession session, List<Sale> sales) {
        session.upsertMultiple(sales.stream().map(SaleRow::new).toList());
        Map<SaleLine.ReturnOf, Long> returned = new LinkedHashMap<>();
        for (Sale sale : sales) {
            for (SaleLine line : sale.lines()) {
                line.returnOf()
                        .ifPresent(of ->
                                returned.merge(of, line.quantity().abs().thousandths(), Long::sum));
            }
        }
        returned.forEach((of, quantity) -> giveBack(session, of, quantity));
    }

    private static void giveBack(
            StatelessSession session, SaleLine.ReturnOf returned, long quantity) {
        int known =
                Sql.run(
                        session,
                        "update returned_line set returned = returned + ?1"
                                + " where sale_id = ?2 and line_id = ?3",
                        quantity,
                        returned.saleId(),
                        returned.lineId());
        if (known == 0) {
            Sql.run(
                    session,
                    "insert into returned_line (sale_id, line_id, returned) values (?1, ?2, ?3)",
                    returned.saleId(),
                    returned.lineId(),
                    quantity);
        }
    }

    public Optional<Sale> find(StatelessSession session, UUID saleId) {
        return Optional.ofNullable(session.get(SaleRow.class, saleId)).map(SaleRow::toSale);
    }

    public Optional<Sale> find(StatelessSession session, ReceiptNumber number) {
        return list(session, "where receiptNumber = ?1", 1, number.toString()).stream().findFirst();
    }

    /// Receipts by what is typed of their number: all of it, or its end, e.g. `1043`; newest first.
    public List<Sale> findByNumber(StatelessSession session, String typed, int limit) {
        String end = typed.strip().toUpperCase(java.util.Locale.ROOT);
        String padded = end.matches("\\d{1,6}") ? "-" + "0".repeat(6 - end.length()) + end : end;
        return list(
                session,
                "where receiptNumber like ?1 order by at desc",
                limit,
                "%" + padded.replace("%", ""));
    }

    /// Newest first.
    public List<Sale> latest(StatelessSession session, int limit) {
        return list(session, "order by at desc", limit);
    }

    /// Newest first.
    public List<Sale> ofCustomer(StatelessSession session, UUID customerId, int limit) {
        return list(session, "where customerId = ?1 order by at desc", limit, customerId);
    }

    /// In the order they were made.
    public List<Sale> ofShift(StatelessSession session, UUID shiftId) {
        return list(session, "where shiftId = ?1 order by at", Integer.MAX_VALUE, shiftId);
    }

    /// The sales of business days, the first and the last among them, in any order. A shift that
    /// stays open belongs to its first day, for a week at most.
    public void ofDays(
            StatelessSession session, LocalDate from, LocalDate until, Consumer<Sale> to) {
        try (Stream<SaleRow> rows =
                session.createSelectionQuery(
                                "from SaleRow where at >= ?1 and at < ?2", SaleRow.class)
                        .setParameter(1, moment(from.minusDays(1)))
                        .setParameter(2, moment(until.plusDays(1 + MAX_SHIFT_DAYS)))
                        .getResultStream()) {
            rows.map(SaleRow::toSale)
                    .filter(sale ->
                            !sale.businessDay().isBefore(from)
                                    && !sale.businessDay().isAfter(until))
                    .forEach(to);
        }
    }

    private static Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Keeps lines that were taken out of a basket, for reports.
    public void addVoided(StatelessSession session, List<VoidedLine> lines) {
        Sql.batch(
                session,
                "insert into voided_line (sale_id, at, body) values (?, ?, ?)",
                lines.stream()
                        .map(line ->
                                new Object[] {
                                    line.saleId(),
                                    line.at().atOffset(ZoneOffset.UTC),
                                    JsonText.write(line)
                                })
                        .toList());
    }

    /// @param until not among them
    public List<VoidedLine> voided(StatelessSession session, Instant from, Instant until) {
        return Sql.list(
                        session,
                        String.class,
                        Integer.MAX_VALUE,
                        "select body from voided_line where at >= ?1 and at < ?2 order by at",
                        from,
                        until)
                .stream()
                .map(body -> JsonText.read(body, VoidedLine.class))
                .toList();
    }

    /// What was sold of an article since then.
    public List<SaleLine> linesOf(StatelessSession session, Sku sku, Instant since) {
        String named = JsonText.write(sku.value());
        return list(
                        session,
                        "where at >= ?1 and locate(?2, body) > 0",
                        Integer.MAX_VALUE,
                        since,
                        named)
                .stream()
                .flatMap(sale -> sale.lines().stream())
                .filter(line -> line.kind() == SaleLine.Kind.SALE && line.sku().equals(sku))
                .toList();
    }

    /// The sales of this till by which some of a sale came back.
    public List<Sale> returnsOf(StatelessSession session, UUID saleId) {
        return returned(session, saleId).isEmpty()
                ? List.of()
                : list(session, "where locate(?1, body) > 0", Integer.MAX_VALUE, saleId.toString())
                        .stream()
                        .filter(sale -> sale.returnedSales().anyMatch(saleId::equals))
                        .toList();
    }

    /// Of all sales that are kept, in any order.
    public List<ReceiptNumber> receiptNumbers(StatelessSession session) {
        return session.createSelectionQuery("select receiptNumber from SaleRow", String.class)
                .getResultStream()
                .map(ReceiptNumber::parse)
                .toList();
    }

    private static List<Sale> list(
            StatelessSession session, String restriction, int limit, Object... parameters) {
        var query = session.createSelectionQuery("from SaleRow " + restriction, SaleRow.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.setMaxResults(limit).getResultStream().map(SaleRow::toSale).toList();
    }

    /// How much of each line of a sale was given back already, by line id; lines of which nothing
    /// was are absent.
    public Map<Integer, Quantity> returned(StatelessSession session, UUID saleId) {
        Map<Integer, Quantity> byLine = new HashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        Integer.MAX_VALUE,
                        "select line_id, returned from returned_line where sale_id = ?1",
                        saleId)
                .forEach(row -> byLine.put((Integer) row[0], new Quantity((Long) row[1])));
        return byLine;
    }
}
