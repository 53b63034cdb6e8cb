package kmmotos.desktop.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.StoreId;

/// Two other shops, one of which sent twelve litres of oil and two spark plugs.
final class SampleTransferBook implements TransferBook {

    private static final Shop CAMPINAS = new Shop(new StoreId("S2"), "KM Motos Campinas");

    private final SampleStockBook stock;
    private final Map<Sku, Quantity> sent = new LinkedHashMap<>();
    private final Map<Sku, Quantity> received = new LinkedHashMap<>();

    SampleTransferBook(SampleStockBook stock) {
        this.stock = stock;
        sent.put(new Sku("OIL-20W50-1L"), Quantity.of(12));
        sent.put(new Sku("SPK-CR8E"), Quantity.of(2));
    }

    @Override
    public List<Shop> others() {
        return List.of(CAMPINAS, new Shop(new StoreId("S3"), "KM Motos Santos"));
    }

    @Override
    public void send(StoreId to, List<Transfer.Line> lines, StaffMember by) {
        lines.forEach(
                line -> stock.move(line.sku(), line.quantity().negated(), "transfer_sent", ""));
    }

    @Override
    public List<Incoming> incoming() {
        List<Line> lines = new ArrayList<>();
        sent.forEach((sku, quantity) ->
                lines.add(
                        new Line(
                                stock.item(sku).orElseThrow(),
                                quantity,
                                received.getOrDefault(sku, Quantity.ZERO))));
        if (lines.stream().noneMatch(line -> line.open().isPositive())) {
            return List.of();
        }
        return List.of(
                new Incoming(new UUID(0, 1), CAMPINAS, Optional.of(SampleSlips.NOON), lines));
    }

    @Override
    public void arrive(Incoming transfer, List<Transfer.Line> lines, StaffMember by) {
        for (Transfer.Line line : lines) {
            stock.move(line.sku(), line.quantity(), "transfer_received", "");
            received.merge(line.sku(), line.quantity(), Quantity::plus);
            sent.putIfAbsent(line.sku(), Quantity.ZERO);
        }
    }
}
