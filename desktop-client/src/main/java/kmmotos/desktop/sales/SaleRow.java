package kmmotos.desktop.sales;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.sales.Sale;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sale")
class SaleRow {
    @Id UUID saleId;
    String receiptNumber;
    UUID shiftId;
    @Nullable UUID customerId;
    Instant at;
    long total;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    SaleRow() {}

    SaleRow(Sale sale) {
        saleId = sale.saleId();
        receiptNumber = sale.receiptNumber().toString();
        shiftId = sale.shiftId();
        customerId = sale.customerId().orElse(null);
        at = sale.at();
        total = sale.total().minor();
        body = JsonText.write(sale);
    }

    Sale toSale() {
        return JsonText.read(body, Sale.class);
    }
}
