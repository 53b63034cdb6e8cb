package kmmotos.desktop.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import org.hibernate.StatelessSession;

/// The transfers from and to this store that are under way. What the server tells of one replaces
/// what was known; what this till itself has taken in is kept beside it, so that news which is
/// older than that never makes goods look as if they were still to come.
public final class TransferStore {

    private static final int MOST = 1_000;

    /// As the server tells of it.
    public void put(StatelessSession session, TransferProgress transfer) {
        Sql.run(
                session,
                "merge into transfer (transfer_id, body) key (transfer_id) values (?1, ?2)",
                transfer.transferId(),
                JsonText.write(transfer));
    }

    /// This till sent goods.
    public void sent(StatelessSession session, Transfer transfer, Instant at) {
        if (find(session, transfer.transferId()).isPresent()) {
            return;
        }
        Map<Sku, Quantity> sums = sums(transfer.lines());
        put(
                session,
                new TransferProgress(
                        transfer.transferId(),
                        transfer.from(),
                        transfer.to(),
                        Optional.of(at),
                        sums.entrySet().stream()
                                .map(line ->
                                        new TransferProgress.Line(
                                                line.getKey(), line.getValue(), Quantity.ZERO))
                                .toList()));
    }

    /// This till took goods in.
    public void arrived(StatelessSession session, TransferReceipt receipt) {
        Map<Sku, Quantity> before = arrivals(session, receipt.transferId());
        sums(receipt.lines())
                .forEach((sku, quantity) ->
                        Sql.run(
                                session,
                                "merge into transfer_arrival (transfer_id, sku, quantity)"
                                        + " key (transfer_id, sku) values (?1, ?2, ?3)",
                                receipt.transferId(),
                                sku.value(),
                                quantity.plus(before.getOrDefault(sku, Quantity.ZERO))
                                        .thousandths()));
    }

    /// Forgets what the server told.
    public void clear(StatelessSession session) {
        Sql.run(session, "delete from transfer");
    }

    public Optional<TransferProgress> find(StatelessSession session, UUID transferId) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select body from transfer where transfer_id = ?1",
                        transferId)
                .stream()
                .findFirst()
                .map(body -> withOwnArrivals(session, body));
    }

    /// Those that are not wholly received, in the order in which they were made.
    public List<TransferProgress> open(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        MOST,
                        "select body from transfer order by transfer_id")
                .stream()
                .map(body -> withOwnArrivals(session, body))
                .filter(transfer -> transfer.state() != TransferProgress.State.RECEIVED)
                .toList();
    }

    private TransferProgress withOwnArrivals(StatelessSession session, String body) {
        TransferProgress told = JsonText.read(body, TransferProgress.class);
        Map<Sku, Quantity> arrived = arrivals(session, told.transferId());
        List<TransferProgress.Line> lines = new ArrayList<>();
        for (TransferProgress.Line line : told.lines()) {
            lines.add(atLeast(line, arrived.remove(line.sku())));
        }
        arrived.forEach((sku, quantity) ->
                lines.add(new TransferProgress.Line(sku, Quantity.ZERO, quantity)));
        return new TransferProgress(
                told.transferId(), told.from(), told.to(), told.sentAt(), lines);
    }

    private static TransferProgress.Line atLeast(
            TransferProgress.Line line, @org.jspecify.annotations.Nullable Quantity own) {
        return own == null || own.compareTo(line.received()) <= 0
                ? line
                : new TransferProgress.Line(line.sku(), line.sent(), own);
    }

    private static Map<Sku, Quantity> arrivals(StatelessSession session, UUID transferId) {
        Map<Sku, Quantity> arrivals = new LinkedHashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MOST,
                        "select sku, quantity from transfer_arrival where transfer_id = ?1"
                                + " order by sku",
                        transferId)
                .forEach(
                        row -> arrivals.put(new Sku((String) row[0]), new Quantity((Long) row[1])));
        return arrivals;
    }

    private static Map<Sku, Quantity> sums(List<Transfer.Line> lines) {
        Map<Sku, Quantity> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.sku(), line.quantity(), Quantity::plus));
        return sums;
    }
}
