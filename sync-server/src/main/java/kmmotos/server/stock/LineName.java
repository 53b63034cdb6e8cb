package kmmotos.server.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import kmmotos.model.catalog.Names;
import kmmotos.server.http.Languages;
import kmmotos.server.storage.Sql;

/// What a line of a cart, an order or a list calls a variant: the product's name, and what tells
/// the variant apart.
///
/// @param options e.g. `10W-40 1 l`; empty if the product has one variant
public record LineName(Names names, String options) {

    /// From a row with the columns `names` and `options` of a variant.
    public static LineName from(ResultSet row) throws SQLException {
        return new LineName(Sql.json(row, "names", Names.class), row.getString("options"));
    }

    public String in(Locale locale) {
        return withOptions(names.in(locale));
    }

    public String in(Languages languages) {
        return withOptions(languages.of(names));
    }

    private String withOptions(String name) {
        return options.isEmpty() ? name : name + " " + options;
    }
}
