package kmmotos.model.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/// Where a web order stands: placed -> picked -> ready -> handed over, or cancelled or expired on
/// the way.
///
/// The reservation is soft while an order is placed (only the server knows it) and firm once it is
/// picked.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderState.Placed.class, name = "placed"),
    @JsonSubTypes.Type(value = OrderState.Picked.class, name = "picked"),
    @JsonSubTypes.Type(value = OrderState.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = OrderState.HandedOver.class, name = "handed_over"),
    @JsonSubTypes.Type(value = OrderState.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = OrderState.Expired.class, name = "expired")
})
public sealed interface OrderState {

    Instant at();

    record Placed(Instant at) implements OrderState {}

    record Picked(Instant at, UUID staffId) implements OrderState {}

    /// @param shelf where it waits
    record Ready(Instant at, String shelf) implements OrderState {}

    record HandedOver(Instant at, UUID saleId) implements OrderState {}

    record Cancelled(Instant at, String why) implements OrderState {}

    record Expired(Instant at) implements OrderState {}

    /// The word for this state in the database and on the wire.
    @JsonIgnore
    default String word() {
        return switch (this) {
            case Placed _ -> "placed";
            case Picked _ -> "picked";
            case Ready _ -> "ready";
            case HandedOver _ -> "handed_over";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
        };
    }

    /// Whether goods are still held for the order.
    @JsonIgnore
    default boolean isOpen() {
        return switch (this) {
            case Placed _, Picked _, Ready _ -> true;
            case HandedOver _, Cancelled _, Expired _ -> false;
        };
    }

    /// Whether the next state may follow. A till that was offline may hand over what it has only
    /// just picked, so steps may be skipped forward; nothing goes backward, and nothing follows an
    /// end.
    default boolean mayBecome(OrderState next) {
        return switch (this) {
            case Placed _ -> !(next instanceof Placed);
            case Picked _ -> !(next instanceof Placed || next instanceof Picked);
            case Ready _ -> !next.isOpen();
            case HandedOver _, Cancelled _, Expired _ -> false;
        };
    }
}
