package kmmotos.desktop.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.orders.Order;

@Entity
@Table(name = "web_order")
class OrderRow {
    @Id UUID orderId;
    String number;
    String state;
    Instant placedAt;
    Instant expiresAt;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    OrderRow() {}

    OrderRow(Order order) {
        orderId = order.orderId();
        number = order.number();
        state = order.state().word();
        placedAt = order.placedAt();
        expiresAt = order.expiresAt();
        body = JsonText.write(order);
    }

    Order toOrder() {
        return JsonText.read(body, Order.class);
    }
}
