package kmmotos.desktop.purchasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.stock.StockBook;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;

/// One order of ten pads, of which one more may come, and 24 litres of oil.
public final class SamplePurchaseBook implements PurchaseBook {

    public static final Sku PAD = new Sku("BRK-CG160-F");
    public static final Sku OIL = new Sku("OIL-20W50-1L");

    /// What was taken in at once.
    public record Received(String reference, List<Came> came, Optional<StaffMember> approvedBy) {}

    private final StockBook stock;
    private final Map<Sku, Quantity> came = new LinkedHashMap<>();
    private final List<Received> received = new ArrayList<>();

    public SamplePurchaseBook(StockBook stock) {
        this.stock = stock;
    }

    @Override
    public List<Awaited> awaited() {
        List<Line> lines = List.of(line(PAD, 10, 11), line(OIL, 24, 24));
        return lines.stream().noneMatch(line -> line.left().isPositive())
                ? List.of()
                : List.of(
                        new Awaited(
                                new UUID(0, 9),
                                "PO-1001",
                                "Torque Peças Ltda",
                                LocalDate.of(2026, 11, 24),
                                lines));
    }

    private Line line(Sku sku, long ordered, long most) {
        Quantity before = came.getOrDefault(sku, Quantity.ZERO);
        return new Line(
                stock.item(sku).orElseThrow(),
                Quantity.of(ordered),
                before,
                Quantity.of(most).minus(before));
    }

    @Override
    public void receive(
            Awaited order,
            String reference,
            List<Came> goods,
            StaffMember by,
            Optional<StaffMember> approvedBy) {
        received.add(new Received(reference, goods, approvedBy));
        goods.forEach(one -> came.merge(one.sku(), one.good(), Quantity::plus));
    }

    public List<Received> received() {
        return List.copyOf(received);
    }
}
