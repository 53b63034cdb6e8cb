package kmmotos.desktop;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.pricing.PricingStore;
import kmmotos.desktop.sales.CouponFound;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.leases.CouponText;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.signatures.Ed25519;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// Coupons as this till can tell them: those that the feed told by their code, signed ones by their
/// signature. Nobody is asked, but for a signed coupon of which only the number was typed.
final class TillCoupons {
    private final Till till;
    private final LeaseServer server;

    TillCoupons(Till till) {
        this.till = till;
        this.server = till.sync().leases();
    }

    Optional<CouponFound> find(String typed) {
        till.recorder().project();
        if (SignedCoupon.isMeantBy(typed)) {
            return Optional.of(read(typed));
        }
        Optional<CouponFound> told =
                till.database()
                        .read(session -> pricing().coupon(session, typed))
                        .map(known -> new CouponFound.Known(known.coupon(), known.uses()));
        String code = Coupon.normalized(typed);
        return told.isEmpty() && SignedCoupon.isCode(code) ? byNumber(code) : told;
    }

    List<Coupon> spent(List<Coupon> coupons) {
        List<Coupon> signed =
                coupons.stream().filter(coupon -> SignedCoupon.isCode(coupon.code())).toList();
        if (signed.isEmpty()) {
            return signed;
        }
        till.recorder().project();
        return till.database()
                .read(session ->
                        signed.stream()
                                .filter(coupon -> pricing().ownUses(session, coupon.code()) > 0)
                                .toList());
    }

    private CouponFound read(String scanned) {
        return SignedCoupon.parse(scanned)
                .map(coupon -> till.database().read(session -> judge(session, coupon)))
                .orElseGet(CouponFound.Damaged::new);
    }

    private CouponFound judge(StatelessSession session, SignedCoupon signed) {
        Optional<Policy.CouponKeyChanged> key = pricing().couponKey(session, signed.keyId());
        if (key.isEmpty()) {
            return new CouponFound.UnknownKey();
        }
        if (!signed.isSignedBy(Ed25519.publicKey(key.get().publicKey()))) {
            return new CouponFound.Forged();
        }
        if (key.get().revoked()) {
            return new CouponFound.Withdrawn();
        }
        if (signed.store().filter(shop -> !shop.equals(till.store().storeId())).isPresent()) {
            return new CouponFound.OtherShop(signed.store().get());
        }
        Coupon coupon = signed.coupon();
        return new CouponFound.Known(coupon, pricing().ownUses(session, coupon.code()));
    }

    private Optional<CouponFound> byNumber(String code) {
        return switch (server.coupon(code)) {
            case Reply.Answered<CouponText>(CouponText(String text)) -> Optional.of(read(text));
            case Reply.Refused<CouponText>(_, String why, _) when why.equals("unknown_coupon") ->
                    Optional.empty();
            case Reply.Refused<CouponText> _,
                    Reply.Busy<CouponText> _,
                    Reply.Unreachable<CouponText> _,
                    Reply.NotOurServer<CouponText> _,
                    Reply.TooNew<CouponText> _ ->
                    Optional.of(new CouponFound.NumberOnly(code));
        };
    }

    private PricingStore pricing() {
        return till.stores().pricing();
    }
}
