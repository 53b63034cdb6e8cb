package kmmotos.desktop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.catalog.Product;

@Entity
@Table(name = "product")
class ProductRow {
    @Id UUID productId;
    boolean active;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ProductRow() {}

    ProductRow(Product product) {
        productId = product.productId();
        active = product.active();
        body = JsonText.write(product);
    }

    Product toProduct() {
        return JsonText.read(body, Product.class);
    }
}
