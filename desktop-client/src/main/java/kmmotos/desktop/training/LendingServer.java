package kmmotos.desktop.training;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;

/// Lends whoever practises all that is asked for: there is no head office to ask.
public final class LendingServer implements LeaseServer {
    private static final Duration LENT_FOR = Duration.ofHours(4);
    private static final String NOBODY = "nobody is asked in training";

    private final Supplier<Instant> clock;

    public LendingServer(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public Reply<LeaseAnswer> lease(LeaseRequest request) {
        Instant now = clock.get();
        return new Reply.Answered<>(
                new LeaseAnswer.Granted(
                        new Lease(
                                request.leaseId(),
                                request.subject(),
                                request.wanted(),
                                0,
                                now,
                                now.plus(LENT_FOR))));
    }

    @Override
    public Reply<LeaseAnswer.Standing> renewLeases() {
        return new Reply.Unreachable<>(NOBODY);
    }

    @Override
    public Reply<CardBalance> giftCard(UUID cardId) {
        return new Reply.Unreachable<>(NOBODY);
    }

    @Override
    public Reply<CouponText> coupon(String code) {
        return new Reply.Unreachable<>(NOBODY);
    }
}
