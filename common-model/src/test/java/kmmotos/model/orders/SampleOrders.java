package kmmotos.model.orders;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.SampleStores;

/// An order for two brake pads, with its code.
public final class SampleOrders {

    public static final UUID ORDER = UUID.fromString("01890000-0000-7000-8000-000000000401");
    public static final PickupCode CODE = new PickupCode("7K3M-9QXT");

    private SampleOrders() {}

    public static Order placed() {
        PricedBasket priced =
                SamplePrices.engine()
                        .price(
                                Basket.EMPTY.plus(SamplePrices.PAD, "standard", Quantity.of(2)),
                                SamplePrices.retail());
        return new Order(
                ORDER,
                "W-100001",
                SampleStores.SAO_PAULO.storeId(),
                Optional.of(SampleCustomers.RIDER.customerId()),
                SampleCustomers.RIDER.name(),
                Optional.empty(),
                priced.lines().stream()
                        .map(line -> new Order.Line(line, "Front brake pad CG 160"))
                        .toList(),
                priced.total(),
                List.of(),
                SampleSales.AT,
                SampleSales.AT.plus(Duration.ofDays(3)),
                CODE.hashFor(ORDER),
                new OrderState.Placed(SampleSales.AT));
    }
}
