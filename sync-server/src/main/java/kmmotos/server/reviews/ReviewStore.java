package kmmotos.server.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Product;
import kmmotos.server.http.Page;
import kmmotos.server.reviews.Review.State;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Reviews in the database, whose row-level security shows each caller theirs and the shown ones.
final class ReviewStore {

    private static final String COLUMNS =
            "select r.*, p.document as product, km_helpful(r.review_id) as helpful from product_review r join product p using (product_id)";

    private final Locale language;

    /// @param language in which products are named
    ReviewStore(Locale language) {
        this.language = language;
    }

    /// What a customer writes.
    record Written(int rating, String title, String text) {}

    /// The shown ones of a product, the newest first.
    Page<Review> shown(StatelessSession session, UUID productId, Page.Wanted wanted) {
        return page(
                session,
                wanted,
                " where state = 'shown' and product_id = ?",
                List.of(productId),
                "desc");
    }

    /// Those in a state, for head office: the oldest first, which wait longest.
    Page<Review> in(StatelessSession session, State state, Page.Wanted wanted) {
        return page(session, wanted, " where state = ?", List.of(state.word()), "asc");
    }

    private Page<Review> page(
            StatelessSession session,
            Page.Wanted wanted,
            String where,
            List<Object> values,
            String order) {
        List<Object> parameters = new ArrayList<>(values);
        String after = "";
        if (!wanted.first()) {
            after =
                    " and (written_at, review_id) %s (?::timestamptz, ?::uuid)"
                            .formatted(order.equals("asc") ? ">" : "<");
            parameters.addAll(wanted.after());
        }
        parameters.add(wanted.rowsToRead());
        return Page.of(
                Sql.list(
                        session,
                        COLUMNS
                                + where
                                + after
                                + " order by written_at %1$s, review_id %1$s limit ?"
                                        .formatted(order),
                        this::from,
                        parameters.toArray()),
                wanted,
                review -> List.of(review.writtenAt().toString(), review.reviewId().toString()));
    }

    Rating rating(StatelessSession session, UUID productId) {
        List<Long> stars = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L));
        Sql.list(
                        session,
                        "select rating, count(*) from product_review where product_id = ?"
                                + " and state = 'shown' group by rating",
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        productId)
                .forEach(one -> stars.set((int) (one.get(0) - 1), one.get(1)));
        return Rating.of(stars);
    }

    Optional<Review> find(StatelessSession session, UUID reviewId) {
        return Sql.first(session, COLUMNS + " where review_id = ?", this::from, reviewId);
    }

    Optional<Review> own(StatelessSession session, UUID productId, UUID customerId) {
        return Sql.first(
                session,
                COLUMNS + " where product_id = ? and customer_id = ?",
                this::from,
                productId,
                customerId);
    }

    boolean isProduct(StatelessSession session, UUID productId) {
        return Sql.first(
                        session, "select 1 from product where product_id = ?", _ -> true, productId)
                .isPresent();
    }

    /// Whether a sale to this customer had something of the product on it.
    boolean hasBought(StatelessSession session, UUID productId, UUID customerId) {
        return Sql.first(
                        session,
                        "select 1 from sale s join sale_line l using (sale_id) join variant v using"
                                + " (sku) where s.customer_id = ? and v.product_id = ?"
                                + " and l.quantity > 0 limit 1",
                        _ -> true,
                        customerId,
                        productId)
                .isPresent();
    }

    /// Keeps a customer's review of a product in place of an earlier one. It waits again to be
    /// shown, and nobody has found it helpful yet.
    void write(
            StatelessSession session,
            UUID productId,
            UUID customerId,
            String author,
            Written written,
            Instant now) {
        Sql.update(
                session,
                "delete from product_review where product_id = ? and customer_id = ?",
                productId,
                customerId);
        Sql.update(
                session,
                """
                insert into product_review (review_id, product_id, customer_id, author, rating,
                    title, body, written_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')\
                """,
                UUID.randomUUID(),
                productId,
                customerId,
                author,
                written.rating(),
                written.title(),
                written.text(),
                now);
    }

    boolean remove(StatelessSession session, UUID productId, UUID customerId) {
        return Sql.update(
                        session,
                        "delete from product_review where product_id = ? and customer_id = ?",
                        productId,
                        customerId)
                == 1;
    }

    /// Decides whether others see a review.
    boolean decide(
            StatelessSession session,
            UUID reviewId,
            State state,
            Optional<String> reply,
            UUID staffId,
            Instant now) {
        return Sql.update(
                        session,
                        "update product_review set state = ?, reply = coalesce(?, reply),"
                                + " decided_at = ?, decided_by = ? where review_id = ?",
                        state.word(),
                        reply.orElse(null),
                        now,
                        staffId,
                        reviewId)
                == 1;
    }

    void vote(StatelessSession session, UUID reviewId, UUID customerId) {
        Sql.update(
                session,
                "insert into review_vote values (?, ?) on conflict do nothing",
                reviewId,
                customerId);
    }

    void takeBackVote(StatelessSession session, UUID reviewId, UUID customerId) {
        Sql.update(
                session,
                "delete from review_vote where review_id = ? and customer_id = ?",
                reviewId,
                customerId);
    }

    private Review from(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("review_id", UUID.class),
                row.getObject("product_id", UUID.class),
                Sql.json(row, "product", Product.class).names().in(language),
                row.getString("author"),
                row.getInt("rating"),
                row.getString("title"),
                row.getString("body"),
                Sql.instant(row, "written_at"),
                State.parse(row.getString("state")),
                row.getLong("helpful"),
                Optional.of(row.getString("reply")).filter(text -> !text.isEmpty()));
    }
}
