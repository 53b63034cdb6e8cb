package kmmotos.model.deposits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kmmotos.model.money.Money;

/// Where a [CounterOrder] stands: asked -> ordered -> waiting for its customer -> handed over, or
/// cancelled on the way. What is put aside waits from the beginning.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CounterOrderState.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = CounterOrderState.Ordered.class, name = "ordered"),
    @JsonSubTypes.Type(value = CounterOrderState.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = CounterOrderState.HandedOver.class, name = "handed_over"),
    @JsonSubTypes.Type(value = CounterOrderState.Cancelled.class, name = "cancelled")
})
public sealed interface CounterOrderState {

    Instant at();

    record Asked(Instant at) implements CounterOrderState {}

    /// @param expected when the supplier brings it
    record Ordered(Instant at, LocalDate expected) implements CounterOrderState {}

    /// The goods are there and held for the customer.
    ///
    /// @param shelf where; may be empty
    record Waiting(Instant at, String shelf) implements CounterOrderState {

        public Waiting {
            if (shelf.length() > CounterOrder.MAX_WORDS) {
                throw new IllegalArgumentException("a shelf's name is short, was " + shelf);
            }
        }
    }

    record HandedOver(Instant at, UUID saleId) implements CounterOrderState {}

    /// @param why for the customer and head office
    /// @param fee what the shop keeps of the deposits
    record Cancelled(Instant at, String why, Money fee) implements CounterOrderState {

        public Cancelled {
            if (why.isBlank() || why.length() > CounterOrder.MAX_WORDS || fee.isNegative()) {
                throw new IllegalArgumentException(
                        "a cancelled order has a reason and a fee of 0 or more, was \"%s\", %s"
                                .formatted(why, fee));
            }
        }
    }

    /// The word for this state in the database and on the wire.
    @JsonIgnore
    default String word() {
        return switch (this) {
            case Asked _ -> "asked";
            case Ordered _ -> "ordered";
            case Waiting _ -> "waiting";
            case HandedOver _ -> "handed_over";
            case Cancelled _ -> "cancelled";
        };
    }

    @JsonIgnore
    default boolean isOpen() {
        return switch (this) {
            case Asked _, Ordered _, Waiting _ -> true;
            case HandedOver _, Cancelled _ -> false;
        };
    }

    /// Whether goods in the shop are held for it.
    @JsonIgnore
    default boolean holdsGoods() {
        return this instanceof Waiting;
    }

    /// Whether the next state may follow. Steps may be skipped forward; nothing goes backward, and
    /// nothing follows an end.
    default boolean mayBecome(CounterOrderState next) {
        return isOpen() && next.rank() > rank();
    }

    private int rank() {
        return switch (this) {
            case Asked _ -> 0;
            case Ordered _ -> 1;
            case Waiting _ -> 2;
            case HandedOver _, Cancelled _ -> 3;
        };
    }
}
