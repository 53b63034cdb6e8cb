package kmmotos.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kmmotos.model.sync.Json;

/// A request's body, read whole within a limit.
///
/// @param sent the bytes as they came, which is what a till's signature covers
/// @param content the bytes after unpacking
@SuppressWarnings("ArrayRecordComponent")
public record Body(byte[] sent, byte[] content) {

    /// As JSON writes the character: a backslash that no other one takes for itself before it.
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+\\\\u0000");

    /// Reads at most this many bytes, before and after unpacking; more is answered with 413.
    public static Body read(ServerRequest request, int limitBytes) {
        var length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() > limitBytes) {
            throw Problem.tooLarge(limitBytes).refusal();
        }
        if (!request.content().hasEntity()) {
            return new Body(new byte[0], new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] sent = limited(in, limitBytes, (int) length.orElse(0));
            String encoding =
                    request.headers().first(HeaderNames.CONTENT_ENCODING).orElse("identity");
            Body body = new Body(sent, unpacked(encoding, sent, limitBytes));
            Deeds.tell(body.content());
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DataReader.InsufficientDataAvailableException e) {
            // What the web server makes of a length or a chunk that is none, or of a caller who
            // goes.
            throw Problem.badRequest("broken_body", "The body did not come whole.").refusal();
        }
    }

    /// The body as JSON of this type; anything else is answered with 400. No text may hold U+0000:
    /// PostgreSQL keeps none.
    public <T> T as(Class<T> type) {
        if (NUL.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            throw Problem.badRequest("malformed_json", "A text holds the character U+0000.")
                    .refusal();
        }
        try {
            T value = Json.MAPPER.readValue(content, type);
            if (value == null) {
                throw Problem.badRequest("malformed_json", "The body must not be null.").refusal();
            }
            return value;
        } catch (JsonMappingException e) {
            throw invalid(e).refusal();
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("malformed_json", "The body is not JSON: " + place(e))
                    .refusal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a request's JSON body of this type.
    public static <T> T json(ServerRequest request, Class<T> type, int limitBytes) {
        return read(request, limitBytes).as(type);
    }

    /// What came, unpacked, at most this many bytes of it.
    ///
    /// @param encoding `identity` or `gzip`
    public static byte[] unpacked(String encoding, byte[] sent, int limitBytes) throws IOException {
        return switch (encoding) {
            case "identity" -> sent;
            case "gzip" -> {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
                    yield limited(in, limitBytes, announced(sent));
                } catch (ZipException | EOFException e) {
                    throw Problem.badRequest(
                                    "malformed_gzip", "The body is not gzip: " + e.getMessage())
                            .refusal();
                }
            }
            default ->
                    throw Problem.of(
                                    415,
                                    "unsupported_encoding",
                                    "A body may be sent as it is or as gzip, not as " + encoding)
                            .refusal();
        };
    }

    /// How long a gzip says that it is unpacked; it may be wrong.
    private static int announced(byte[] gzip) {
        return gzip.length < Integer.BYTES
                ? 0
                : ByteBuffer.wrap(gzip)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(gzip.length - Integer.BYTES);
    }

    /// Reads all, in a buffer that fits if it is as long as expected.
    private static byte[] limited(InputStream in, int limitBytes, int expected) throws IOException {
        int asExpected = Math.clamp(expected, 0, limitBytes);
        byte[] bytes = in.readNBytes(asExpected + 1);
        if (bytes.length > asExpected) {
            byte[] more = in.readNBytes(limitBytes + 1 - bytes.length);
            bytes = ByteBuffer.allocate(bytes.length + more.length).put(bytes).put(more).array();
        }
        if (bytes.length > limitBytes) {
            throw Problem.tooLarge(limitBytes).refusal();
        }
        return bytes;
    }

    private static Problem invalid(JsonMappingException e) {
        String pointer =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                        .collect(Collectors.joining("/", "/", ""));
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String reason =
                cause instanceof IllegalArgumentException && cause.getMessage() != null
                        ? cause.getMessage()
                        : e.getOriginalMessage();
        return Problem.badRequest("invalid_value", "The body is not as expected.")
                .at(pointer, "invalid_value", withoutClassNames(reason));
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        String where =
                location == null
                        ? ""
                        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return withoutClassNames(e.getOriginalMessage()) + where;
    }

    /// Jackson's messages name Java classes, and its own switches, which tell the caller nothing.
    private static String withoutClassNames(String message) {
        return message.replaceAll(" \\(set .*", "")
                .replaceAll("`?(?:[a-z]+\\.)+([A-Z][A-Za-z$.]*)`?", "$1")
                .lines()
                .findFirst()
                .orElse("");
    }
}
