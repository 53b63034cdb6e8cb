package kmmotos.desktop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.model.catalog.Brand;

@Entity
@Table(name = "brand")
class BrandRow {
    @Id String code;
    String name;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    BrandRow() {}

    BrandRow(Brand brand) {
        code = brand.code();
        name = brand.name();
    }

    Brand toBrand() {
        return new Brand(code, name);
    }
}
