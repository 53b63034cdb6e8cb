package kmmotos.server.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.Caller;

/// Short-lived proofs of who calls: JSON Web Tokens (RFC 7519) signed with Ed25519 (RFC 8037).
///
/// Only this one algorithm and this server's key are accepted, whatever a token's header says.
public final class AccessTokens {

    private static final String ISSUER = "km-motos";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private final Duration lifetime;
    private final Clock clock;

    public AccessTokens(SigningKey key, Duration lifetime, Clock clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /// A token for a customer or a member of staff.
    public String issue(Caller caller) {
        long now = clock.instant().getEpochSecond();
        Claims claims =
                switch (caller) {
                    case Caller.Customer customer ->
                            new Claims(
                                    ISSUER,
                                    customer.customerId(),
                                    "customer",
                                    Optional.empty(),
                                    Optional.empty(),
                                    now,
                                    now + lifetime.toSeconds());
                    case Caller.Staff staff ->
                            new Claims(
                                    ISSUER,
                                    staff.staffId(),
                                    "staff",
                                    Optional.of(staff.role()),
                                    Optional.of(
                                            staff.stores().stream()
                                                    .map(StoreId::value)
                                                    .sorted()
                                                    .toList()),
                                    now,
                                    now + lifetime.toSeconds());
                    case Caller.Visitor _, Caller.Device _, Caller.Devices _, Caller.Server _ ->
                            throw new IllegalArgumentException("no token for " + caller.account());
                };
        String content = part(new Header("EdDSA", "JWT", key.id())) + "." + part(claims);
        return content + "." + ENCODER.encodeToString(key.sign(ascii(content)));
    }

    /// Whose token this is; empty if it is forged, expired or no token at all.
    public Optional<Caller> read(String token) {
        int end = token.lastIndexOf('.');
        int middle = token.indexOf('.');
        if (middle < 0 || middle == end) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(end + 1));
            if (!key.verifies(ascii(token.substring(0, end)), signature)) {
                return Optional.empty();
            }
            byte[] json = Base64.getUrlDecoder().decode(token.substring(middle + 1, end));
            Claims claims = Json.MAPPER.readValue(json, Claims.class);
            boolean valid =
                    claims.iss().equals(ISSUER) && clock.instant().getEpochSecond() < claims.exp();
            return valid ? Optional.of(claims.caller()) : Optional.empty();
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty();
        }
    }

    private static String part(Object json) {
        try {
            return ENCODER.encodeToString(Json.MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for a token", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private record Header(String alg, String typ, String kid) {}

    private record Claims(
            String iss,
            UUID sub,
            String kind,
            Optional<Role> role,
            Optional<List<String>> stores,
            long iat,
            long exp) {

        Caller caller() {
            if (role.isEmpty()) {
                return new Caller.Customer(sub);
            }
            Set<StoreId> places =
                    stores.orElse(List.of()).stream().map(StoreId::new).collect(Collectors.toSet());
            return new Caller.Staff(sub, role.get(), places);
        }
    }
}
