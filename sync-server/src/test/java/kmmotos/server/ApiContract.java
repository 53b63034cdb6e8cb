package kmmotos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds every exchange of the tests against the OpenAPI file: a path that is not in it, a request
/// or an answer that is not as it says fails the test.
public final class ApiContract {

    private static final String FILE = "/kmmotos/server/docs/openapi.yaml";
    private static final String LOCATION = "https://km.example/openapi";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Paths that are no API: documentation and whatever a test asks for in vain.
    private static final List<String> PREFIXES = List.of("/api/", "/sync/", "/health/");

    private static final JsonNode DOCUMENT = load();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(Map.of(LOCATION, DOCUMENT.toString())));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private ApiContract() {}

    /// One exchange.
    @SuppressWarnings("ArrayRecordComponent")
    record Exchange(
            String method, String target, byte[] sent, int status, String type, byte[] received) {}

    static void check(Exchange exchange) {
        String path = URI.create(exchange.target()).getRawPath();
        if (PREFIXES.stream().noneMatch(path::startsWith)) {
            return;
        }
        Optional<String> template = template(path, exchange.method());
        if (template.isEmpty()) {
            if (exchange.status() != 404 && exchange.status() != 405) {
                throw wrong(exchange, "the OpenAPI file has no such operation");
            }
            return;
        }
        String pointer = "/paths/" + escaped(template.get()) + "/" + lowerCase(exchange.method());
        JsonNode operation = DOCUMENT.at(pointer);
        checkRequest(exchange, operation, pointer);
        checkResponse(exchange, operation, pointer);
    }

    /// Every operation of the file.
    public static Set<String> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(key -> !key.equals("parameters"))
                                .map(method ->
                                        method.toUpperCase(java.util.Locale.ROOT)
                                                + " "
                                                + path.getKey()))
                .collect(Collectors.toSet());
    }

    /// The names of what an operation, as `GET /path`, takes behind the question mark.
    public static List<String> queryParameters(String operation) {
        JsonNode path = DOCUMENT.path("paths").path(pathOf(operation));
        return Stream.of(path, path.path(methodOf(operation)))
                .flatMap(node -> node.path("parameters").valueStream())
                .map(parameter -> resolve(parameter, "").node())
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /// The names of the members of an operation's JSON body; none if it takes no JSON object.
    public static List<String> members(String operation) {
        JsonNode body =
                DOCUMENT.path("paths")
                        .path(pathOf(operation))
                        .path(methodOf(operation))
                        .path("requestBody");
        JsonNode schema = resolve(body, "").node().at("/content/application~1json/schema");
        return resolve(schema, "").node().path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String pathOf(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    private static String methodOf(String operation) {
        return lowerCase(operation.substring(0, operation.indexOf(' ')));
    }

    /// What was refused may be wrong on purpose.
    private static void checkRequest(Exchange exchange, JsonNode operation, String pointer) {
        Place body = resolve(operation.path("requestBody"), pointer + "/requestBody");
        JsonNode schema = body.node().at("/content/application~1json/schema");
        if (exchange.status() < 400 && !schema.isMissingNode() && isPlain(exchange.sent())) {
            validate(
                    exchange,
                    "request",
                    body.pointer() + "/content/application~1json/schema",
                    exchange.sent());
        }
    }

    private static void checkResponse(Exchange exchange, JsonNode operation, String pointer) {
        JsonNode responses = operation.path("responses");
        String status = Integer.toString(exchange.status());
        String key = responses.has(status) ? status : "default";
        if (!responses.has(key)) {
            throw wrong(exchange, "the status is not in the OpenAPI file");
        }
        Place response = resolve(responses.path(key), pointer + "/responses/" + key);
        if (exchange.received().length == 0) {
            return;
        }
        String type = exchange.type().split(";", 2)[0].strip();
        JsonNode content = response.node().path("content");
        if (!content.has(type)) {
            throw wrong(exchange, "the OpenAPI file has no " + type + " for it");
        }
        if (content.path(type).has("schema")) {
            validate(
                    exchange,
                    "answer",
                    response.pointer() + "/content/" + escaped(type) + "/schema",
                    exchange.received());
        }
    }

    private static void validate(Exchange exchange, String what, String pointer, byte[] json) {
        Schema schema =
                SCHEMAS.computeIfAbsent(
                        pointer,
                        at -> REGISTRY.getSchema(SchemaLocation.of(LOCATION + "#" + encoded(at))));
        try {
            var errors = schema.validate(JSON.readTree(json));
            if (!errors.isEmpty()) {
                throw wrong(
                        exchange, "the " + what + " is not as the OpenAPI file says: " + errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A node of the document with where it stands, after following a reference.
    private record Place(JsonNode node, String pointer) {}

    private static Place resolve(JsonNode node, String pointer) {
        if (node.has("$ref")) {
            String target = node.path("$ref").asText().substring(1);
            return new Place(DOCUMENT.at(target), target);
        }
        return new Place(node, pointer);
    }

    private static Optional<String> template(String path, String method) {
        return DOCUMENT.path("paths").properties().stream()
                .filter(entry -> entry.getValue().has(lowerCase(method)))
                .map(Map.Entry::getKey)
                .filter(template ->
                        path.matches(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparing(template -> template.indexOf('{') >= 0));
    }

    /// Packed bodies are validated where they come out as JSON.
    private static boolean isPlain(byte[] sent) {
        return sent.length > 0 && (sent[0] == '{' || sent[0] == '[');
    }

    private static AssertionError wrong(Exchange exchange, String why) {
        return new AssertionError(
                "%s %s -> %d: %s%n%s"
                        .formatted(
                                exchange.method(),
                                exchange.target(),
                                exchange.status(),
                                why,
                                new String(
                                        exchange.received(),
                                        java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String lowerCase(String method) {
        return method.toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String encoded(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }

    private static JsonNode load() {
        try (InputStream in = ApiContract.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
