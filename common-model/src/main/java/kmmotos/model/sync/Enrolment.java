package kmmotos.model.sync;

import java.time.Instant;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;

/// How a device becomes a till: with a code that head office gave out, once.
public final class Enrolment {

    private Enrolment() {}

    /// @param publicKey base64 of the device's Ed25519 key, X.509 encoded; the private key never
    ///   leaves it
    public record Request(String code, String publicKey, String appVersion) {}

    public record Answer(Till till, Store store, Instant serverTime) {}
}
