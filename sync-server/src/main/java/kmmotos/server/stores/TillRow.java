package kmmotos.server.stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.DeviceSignature;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "till")
@SuppressWarnings("NullAway.Init")
class TillRow {

    @Id
    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "store_id")
    private String storeId;

    private int number;
    private String name;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "app_version")
    private String appVersion;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "replaced_by")
    private @Nullable UUID replacedBy;

    @Column(name = "last_contact")
    private @Nullable Instant lastContact;

    @Column(name = "clock_offset_millis")
    private long clockOffsetMillis;

    @Column(name = "journal_end_seq")
    private long journalEndSeq;

    protected TillRow() {}

    TillRow(Till till, byte[] publicKey, String appVersion, Instant enrolledAt) {
        deviceId = till.deviceId().value();
        storeId = till.storeId().value();
        number = till.number();
        name = till.name();
        this.publicKey = publicKey.clone();
        this.appVersion = appVersion;
        this.enrolledAt = enrolledAt;
    }

    EnrolledTill toEnrolledTill() {
        return new EnrolledTill(
                new Till(new DeviceId(deviceId), new StoreId(storeId), number, name),
                DeviceSignature.publicKey(Base64.getEncoder().encodeToString(publicKey)),
                appVersion,
                enrolledAt,
                Optional.ofNullable(revokedAt),
                replacedBy != null,
                Optional.ofNullable(lastContact),
                clockOffsetMillis,
                journalEndSeq);
    }
}
