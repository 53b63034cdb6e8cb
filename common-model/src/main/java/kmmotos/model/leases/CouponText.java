package kmmotos.model.leases;

/// What a signed coupon's QR code holds, for a till at which only its number was typed.
public record CouponText(String text) {}
