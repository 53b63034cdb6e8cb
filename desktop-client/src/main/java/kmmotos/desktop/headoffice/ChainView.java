package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;

/// What the server tells head office, as in its `/api/admin/v1`.
public final class ChainView {

    private ChainView() {}

    /// One page of a list.
    ///
    /// @param nextCursor absent on the last page
    public record Page<T>(List<T> items, Optional<String> nextCursor) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /// @param available what the web shop can promise
    /// @param keptBack of what is on hand, because the store may have sold it unheard
    /// @param asOf when the store was last heard of
    /// @param silent whether that is too long ago
    public record StockLine(
            Sku sku,
            String description,
            StoreId store,
            Quantity onHand,
            Quantity reserved,
            Quantity inTransit,
            Quantity available,
            Quantity keptBack,
            Optional<List<String>> bins,
            Optional<BigDecimal> sellsPerDay,
            Optional<Instant> asOf,
            boolean silent) {}

    /// @param tenders what was paid with each kind, e.g. `cash`
    public record DayTakings(
            StoreId store,
            LocalDate businessDay,
            long sales,
            long lines,
            Money net,
            Money tax,
            Money total,
            Map<String, Money> tenders) {}

    public record TotalTakings(long sales, long lines, Quantity units, Money tax, Money total) {}

    /// @param clockOffsetMillis how far the till's clock was ahead
    /// @param pending journal entries that the server doesn't have yet
    public record TillState(
            Till till,
            String appVersion,
            Optional<Instant> revokedAt,
            Optional<Instant> lastContact,
            long clockOffsetMillis,
            long pending) {

        @JsonIgnore
        public boolean isRevoked() {
            return revokedAt.isPresent();
        }
    }

    /// @param proof what counts as a backup; `NONE` if nothing does
    /// @param provenUpTo everything that had come by then is in a verified backup
    /// @param provenBy which one
    /// @param waitingSince since when there are facts that wait for it
    /// @param problem what is wrong, empty if all is well
    /// @param alarm whether somebody has to look after it
    public record BackupState(
            String proof,
            Optional<Instant> provenUpTo,
            String provenBy,
            Optional<Instant> waitingSince,
            String problem,
            boolean alarm) {

        @JsonIgnore
        public boolean isMissing() {
            return proof.equals("NONE");
        }
    }

    record Tokens(String accessToken, String refreshToken) {}
}
