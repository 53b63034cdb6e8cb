package kmmotos.desktop.pricing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.pricing.Coupon;

@Entity
@Table(name = "coupon")
class CouponRow {
    @Id String code;
    int uses;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CouponRow() {}

    CouponRow(Coupon coupon, int uses) {
        code = coupon.code();
        this.uses = uses;
        body = JsonText.write(coupon);
    }

    Coupon toCoupon() {
        return JsonText.read(body, Coupon.class);
    }
}
