package kmmotos.desktop.sales;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Basket;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// A sale put aside, or kept safe while it is open, so that a crash loses no line of it. It has no
/// receipt number.
///
/// @param staffName who rang it up
/// @param paid the parts that were paid already; older files do not name them
/// @param open whether it was in front when it was kept, not parked by hand
public record ParkedSale(
        UUID saleId,
        Instant at,
        String staffName,
        Basket basket,
        List<SaleLine> fixed,
        Optional<UUID> orderId,
        Optional<Customer> customer,
        Money total,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Tender> paid,
        boolean open) {

    public ParkedSale {
        fixed = List.copyOf(fixed);
        paid = List.copyOf(paid);
    }

    public int lineCount() {
        return basket.lines().size() + fixed.size();
    }
}
