package kmmotos.desktop.sync;

import java.util.UUID;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;

/// The server as a till asks it for leases.
public interface LeaseServer {
    Reply<LeaseAnswer> lease(LeaseRequest request);

    /// Renews what the till holds beforehand; all its open leases.
    Reply<LeaseAnswer.Standing> renewLeases();

    /// @return a refusal `unknown_card` if there is no such card
    Reply<CardBalance> giftCard(UUID cardId);

    /// A signed coupon by its number.
    ///
    /// @return a refusal `unknown_coupon` if there is no such coupon
    Reply<CouponText> coupon(String code);
}
