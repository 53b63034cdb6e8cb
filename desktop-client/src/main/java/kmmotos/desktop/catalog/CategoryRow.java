package kmmotos.desktop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.catalog.Category;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "category")
class CategoryRow {
    @Id String code;
    @Nullable String parent;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CategoryRow() {}

    CategoryRow(Category category) {
        code = category.code();
        parent = category.parent().orElse(null);
        body = JsonText.write(category);
    }

    Category toCategory() {
        return JsonText.read(body, Category.class);
    }
}
