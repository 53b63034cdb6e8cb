package kmmotos.desktop.pricing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.model.sync.Policy;

@Entity
@Table(name = "coupon_key")
class CouponKeyRow {
    @Id String keyId;
    String publicKey;
    boolean revoked;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CouponKeyRow() {}

    CouponKeyRow(Policy.CouponKeyChanged key) {
        keyId = key.keyId();
        publicKey = key.publicKey();
        revoked = key.revoked();
    }

    Policy.CouponKeyChanged toPolicy() {
        return new Policy.CouponKeyChanged(keyId, publicKey, revoked);
    }
}
