package kmmotos.simulation.stores;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.StockKey;

/// Reads transfers between stores and what was ordered from suppliers.
record StoredGoods(Connection connection, ServerState state) {

    void read() {
        transfers();
        purchases();
    }

    private void each(String sql, StoredServer.Reader reader) {
        StoredServer.each(connection, sql, reader);
    }

    private void transfers() {
        each(
                "select * from transfer",
                row ->
                        state.transfers.put(
                                StoredServer.uuid(row, "transfer_id"),
                                new TransferProgress(
                                        StoredServer.uuid(row, "transfer_id"),
                                        new StoreId(row.getString("from_store")),
                                        new StoreId(row.getString("to_store")),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "sent_at", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant),
                                        List.of())));
        each(
                "select * from transfer_line order by transfer_id, sku",
                row ->
                        state.transfers.put(
                                StoredServer.uuid(row, "transfer_id"),
                                with(
                                        state.transfers
                                                .get(StoredServer.uuid(row, "transfer_id"))
                                                .orElseThrow(),
                                        new TransferProgress.Line(
                                                StoredServer.sku(row),
                                                StoredServer.quantity(row, "sent"),
                                                StoredServer.quantity(row, "received")))));
        each(
                """
                select distinct b.store_id, b.sku, b.in_transit from transfer t
                join transfer_line l using (transfer_id)
                join stock_balance b on b.store_id = t.to_store and b.sku = l.sku\
                """,
                row ->
                        state.inTransit.put(
                                new StockKey(StoredServer.store(row), StoredServer.sku(row)),
                                StoredServer.quantity(row, "in_transit")));
    }

    private void purchases() {
        each(
                "select * from purchase_order",
                row ->
                        state.purchaseOrders.put(
                                StoredServer.uuid(row, "order_id"),
                                StoredServer.json(row.getString("document"), PurchaseOrder.class)));
        each(
                "select distinct event_id from purchase_receipt_line",
                row -> {
                    UUID id = StoredServer.uuid(row, "event_id");
                    StoredServer.known(state, id)
                            .map(Event.PurchaseReceived.class::cast)
                            .map(Event.PurchaseReceived::receipt)
                            .ifPresent(receipt -> state.purchaseReceipts.put(id, receipt));
                });
        each(
                "select * from item_cost",
                row ->
                        state.costs.put(
                                new StockKey(StoredServer.store(row), StoredServer.sku(row)),
                                new AverageCost(
                                        row.getBigDecimal("average_minor"),
                                        Currency.getInstance(row.getString("currency")))));
    }

    private static TransferProgress with(TransferProgress transfer, TransferProgress.Line line) {
        List<TransferProgress.Line> lines = new ArrayList<>(transfer.lines());
        lines.add(line);
        return new TransferProgress(
                transfer.transferId(), transfer.from(), transfer.to(), transfer.sentAt(), lines);
    }
}
