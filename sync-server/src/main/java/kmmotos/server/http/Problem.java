package kmmotos.server.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An answer that says what went wrong (RFC 9457).
///
/// @param code stable and documented, for programs
/// @param more extension members, such as the limit that was passed
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors", "traceId"})
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<Fault> errors,
        @JsonProperty("traceId") String traceId,
        @JsonAnyGetter Map<String, Object> more) {

    /// The member that tells after how many seconds to try again; it is a header, too.
    public static final String RETRY_AFTER = "retry_after";

    /// One thing that is wrong with the request.
    ///
    /// @param pointer where, as a JSON Pointer (RFC 6901)
    /// @param values what the detail names, for its translations
    public record Fault(
            String pointer, String code, String detail, @JsonIgnore Map<String, Object> values) {

        public Fault {
            values = Map.copyOf(values);
        }

        Fault told(String translated) {
            return new Fault(pointer, code, translated, values);
        }
    }

    public Problem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(
                "about:blank", title(status), status, code, detail, List.of(), "", Map.of());
    }

    public static Problem badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    public static Problem notFound(String what) {
        return of(404, "not_found", what);
    }

    public static Problem tooLarge(long limitBytes) {
        return of(413, "body_too_large", "The body may hold at most " + limitBytes + " bytes.")
                .with("limit", limitBytes);
    }

    /// The same problem with one more member.
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(type, title, status, code, detail, errors, traceId, all);
    }

    /// The same problem with one more place that is wrong.
    public Problem at(String pointer, String faultCode, String faultDetail) {
        return at(pointer, faultCode, faultDetail, Map.of());
    }

    /// As [#at], with what the detail names.
    public Problem at(
            String pointer, String faultCode, String faultDetail, Map<String, Object> values) {
        List<Fault> all = new ArrayList<>(errors);
        all.add(new Fault(pointer, faultCode, faultDetail, values));
        return new Problem(type, title, status, code, detail, all, traceId, more);
    }

    public Problem traced(String trace) {
        return new Problem(type, title, status, code, detail, errors, trace, more);
    }

    /// The same problem in other words.
    Problem told(String newTitle, String newDetail, List<Fault> newErrors) {
        return new Problem(type, newTitle, status, code, newDetail, newErrors, traceId, more);
    }

    /// To end a handler with this problem.
    public Refusal refusal() {
        return new Refusal(this);
    }

    private static String title(int status) {
        return io.helidon.http.Status.create(status).reasonPhrase();
    }
}
