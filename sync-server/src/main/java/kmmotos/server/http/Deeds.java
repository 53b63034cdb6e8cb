package kmmotos.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Deed;

/// Has what staff change through the API written down with the change. Stands behind
/// [Authentication].
public final class Deeds implements Filter {

    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);
    private static final int MAX_PATH = 300;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_JSON = 65_536;
    private static final String HIDDEN = "***";

    /// Members with such a name are nobody's to read.
    private static final Pattern SECRET = Pattern.compile("pin|.*(password|secret|token).*");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        boolean writes = !READING.contains(request.prologue().method());
        if (writes && Authentication.caller(request) instanceof Caller.Staff staff) {
            String path = request.path().rawPath();
            new Deed(
                            staff.staffId(),
                            staff.role().name(),
                            request.prologue().method().text(),
                            path.substring(0, Math.min(path.length(), MAX_PATH)),
                            Trace.id())
                    .during(chain::proceed);
        } else {
            chain.proceed();
        }
    }

    /// Tells the deed of this thread, if it is one, what was sent.
    static void tell(byte[] content) {
        Deed.current().ifPresent(deed -> deed.with(text(content)));
    }

    /// JSON without secrets, as far as it fits; of anything else how long it is and its SHA-256.
    static String text(byte[] content) {
        if (content.length == 0) {
            return "";
        }
        try {
            JsonNode json = content.length <= MAX_JSON ? Json.MAPPER.readTree(content) : null;
            if (json != null && json.isContainerNode()) {
                hide(json);
                String text = json.toString().replace("\\u0000", "");
                return text.substring(0, Math.min(text.length(), MAX_TEXT));
            }
        } catch (IOException _) {
            // Then it is no JSON.
        }
        return content.length
                + " bytes, sha256 "
                + HexFormat.of().formatHex(Hashes.sha256(content));
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var member : List.copyOf(object.properties())) {
                if (SECRET.matcher(member.getKey().toLowerCase(Locale.ROOT)).matches()) {
                    object.put(member.getKey(), HIDDEN);
                } else {
                    hide(member.getValue());
                }
            }
        } else {
            node.forEach(Deeds::hide);
        }
    }
}
