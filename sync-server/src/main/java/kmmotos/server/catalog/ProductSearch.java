package kmmotos.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Product;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Finds products by words, by number written any way, by category, brand and motorcycle.
///
/// An exact number comes first, then numbers that begin so, then words; within that by name.
final class ProductSearch {

    private static final int MAX_NUMBERS = 500;

    /// @param category a category's code; those below it count too
    record Wanted(
            Optional<String> text,
            Optional<String> category,
            Optional<String> brand,
            Optional<Motorcycle> bike,
            Page.Wanted page) {}

    /// A product with its place in the order.
    private record Hit(Product product, int rank, String sortName) {

        static Hit from(ResultSet row) throws SQLException {
            return new Hit(
                    CatalogStore.product(row), row.getInt("rank"), row.getString("sort_name"));
        }

        List<String> keys() {
            return List.of(Integer.toString(rank), sortName, product.productId().toString());
        }
    }

    private ProductSearch() {}

    static Page<Product> find(StatelessSession session, Wanted wanted) {
        StringBuilder sql = new StringBuilder();
        List<@Nullable Object> parameters = new ArrayList<>();
        Optional<SearchWords> words = wanted.text().map(SearchWords::typed);
        if (words.filter(SearchWords::isEmpty).isPresent()) {
            return new Page<>(List.of(), Optional.empty(), false);
        }
        words.ifPresentOrElse(
                typed -> byText(typed, sql, parameters),
                () -> sql.append("select p.*, 0 as rank from product p where p.active"));
        filter(wanted, sql, parameters);
        after(wanted.page(), words.isPresent(), sql, parameters);
        sql.append(words.isPresent() ? " order by rank, " : " order by ")
                .append("p.sort_name, p.product_id limit ?");
        parameters.add(wanted.page().rowsToRead());
        List<Hit> hits = Sql.list(session, sql.toString(), Hit::from, parameters.toArray());
        Page<Hit> page = Page.of(hits, wanted.page(), Hit::keys);
        return new Page<>(
                page.items().stream().map(Hit::product).toList(),
                page.nextCursor(),
                page.hasMore());
    }

    private static void byText(
            SearchWords typed, StringBuilder sql, List<@Nullable Object> parameters) {
        sql.append(
                "with hit as (select product_id, min(rank) as rank from ("
                        + "(select product_id, 0 as rank from part_number where number = ?)");
        parameters.add(typed.number());
        if (typed.mayBeginNumber()) {
            sql.append(
                    " union all (select product_id, 1 from part_number where number >= ? and number"
                            + " < ? limit "
                            + MAX_NUMBERS
                            + ")");
            parameters.add(typed.number());
            parameters.add(typed.afterNumber());
        }
        sql.append(
                " union all (select product_id, 2 from product where words @@"
                        + " to_tsquery('simple', ?))) found group by product_id)"
                        + " select p.*, hit.rank from hit join product p using (product_id)"
                        + " where p.active");
        parameters.add(typed.query());
    }

    private static void filter(
            Wanted wanted, StringBuilder sql, List<@Nullable Object> parameters) {
        wanted.category()
                .ifPresent(code -> {
                    sql.append(" and (p.category = ? or p.category between ? and ?)");
                    parameters.addAll(List.of(code, code + "/", code + "/\uffff"));
                });
        wanted.brand()
                .ifPresent(code -> {
                    sql.append(" and p.brand = ?");
                    parameters.add(code);
                });
        wanted.bike()
                .ifPresent(bike -> {
                    sql.append(
                            " and p.product_id in (select f.product_id from fitment f where"
                                    + " f.make = ? and f.model = ? and f.year_from <= ? and"
                                    + " coalesce(f.year_to, 9999) >= ?)");
                    parameters.addAll(
                            List.of(
                                    FoundBy.key(bike.make()),
                                    FoundBy.key(bike.model()),
                                    bike.year(),
                                    bike.year()));
                });
    }

    private static void after(
            Page.Wanted page,
            boolean ranked,
            StringBuilder sql,
            List<@Nullable Object> parameters) {
        if (page.first()) {
            return;
        }
        if (!page.after().getFirst().matches("[0-2]")) {
            throw Problem.badRequest("invalid_cursor", "The cursor is not one of this list.")
                    .refusal();
        }
        UUID _ = Paths.uuid(page.after().getLast());
        sql.append(
                ranked
                        ? " and (hit.rank, p.sort_name, p.product_id) > (?::int, ?, ?::uuid)"
                        : " and (p.sort_name, p.product_id) > (?, ?::uuid)");
        parameters.addAll(ranked ? page.after() : page.after().subList(1, 3));
    }
}
