package kmmotos.server.leases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// How much and how long head office lets tills use without asking.
///
/// @param creditSharePercent of a customer's credit limit that the tills of their home store hold
///   beforehand, all together
/// @param creditDays for how long
/// @param saleMinutes how long a lease lasts that a till asks for during a sale
public record LeaseTerms(int creditSharePercent, int creditDays, int saleMinutes) {

    static final LeaseTerms DEFAULT = new LeaseTerms(20, 7, 240);
    private static final int MAX_DAYS = 30;
    private static final int MAX_MINUTES = 1_440;

    public LeaseTerms {
        refuseOutside("credit_share_percent", creditSharePercent, 0, 100);
        refuseOutside("credit_days", creditDays, 1, MAX_DAYS);
        refuseOutside("sale_minutes", saleMinutes, 5, MAX_MINUTES);
    }

    private static void refuseOutside(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %d..%d, was %d".formatted(name, least, most, value));
        }
    }

    Duration ofStanding() {
        return Duration.ofDays(creditDays);
    }

    Duration ofASale() {
        return Duration.ofMinutes(saleMinutes);
    }

    static LeaseTerms read(StatelessSession session) {
        return Sql.first(
                        session,
                        "select document from lease_terms",
                        row -> Sql.json(row, "document", LeaseTerms.class))
                .orElse(DEFAULT);
    }

    void save(StatelessSession session) {
        Sql.update(
                session,
                "insert into lease_terms (document) values (?) on conflict (one) do update set"
                        + " document = excluded.document",
                new String(CanonicalJson.bytes(this), StandardCharsets.UTF_8));
    }
}
