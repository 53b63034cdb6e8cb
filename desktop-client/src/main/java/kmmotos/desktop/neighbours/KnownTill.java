package kmmotos.desktop.neighbours;

import java.security.PublicKey;
import java.util.Arrays;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Policy;

/// A till of the shop as head office told of it.
public record KnownTill(Till till, PublicKey key, boolean isRevoked) {
    public static KnownTill from(Policy.TillChanged told) {
        return new KnownTill(
                told.till(), DeviceSignature.publicKey(told.publicKey()), told.revoked());
    }

    public DeviceId device() {
        return till.deviceId();
    }

    boolean hasKey(PublicKey shown) {
        return Arrays.equals(key.getEncoded(), shown.getEncoded());
    }
}
