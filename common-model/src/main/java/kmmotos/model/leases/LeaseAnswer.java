package kmmotos.model.leases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.UUID;

/// The server's answer to a [LeaseRequest].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LeaseAnswer.Granted.class, name = "granted"),
    @JsonSubTypes.Type(value = LeaseAnswer.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = LeaseAnswer.NothingLeft.class, name = "nothing_left"),
    @JsonSubTypes.Type(value = LeaseAnswer.Blocked.class, name = "blocked")
})
public sealed interface LeaseAnswer {

    /// The lease as it stands. It may be less than what was wanted.
    record Granted(Lease lease) implements LeaseAnswer {}

    /// The server knows no such card, customer with credit, or coupon: it may have been sold by a
    /// till that was not heard since.
    record Unknown() implements LeaseAnswer {}

    /// Nothing is free.
    ///
    /// @param balance minor units or uses, with what other tills hold
    /// @param held what tills hold
    record NothingLeft(long balance, long held) implements LeaseAnswer {}

    /// Head office lets nobody use it.
    record Blocked() implements LeaseAnswer {}

    /// The open leases of a till, in the order of their ids.
    ///
    /// @param withdrawn those that head office lets nobody use any more: the card was lost, for
    ///   example. The till releases them
    record Standing(
            List<Lease> leases,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                    List<UUID> withdrawn) {

        public Standing {
            leases = List.copyOf(leases);
            withdrawn = List.copyOf(withdrawn);
        }

        public Standing(List<Lease> leases) {
            this(leases, List.of());
        }
    }
}
