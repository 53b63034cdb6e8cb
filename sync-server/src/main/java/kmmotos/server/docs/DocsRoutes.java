package kmmotos.server.docs;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Problem;

/// `GET /openapi` -> the hand-kept OpenAPI 3.1 file (YAML); `GET /docs` -> an interactive page made
/// of it by Swagger UI, served from here without a request to anywhere else.
public final class DocsRoutes implements HttpService {

    private static final String OWN = "/kmmotos/server/docs/";
    private static final String UI_VERSION =
            version("/META-INF/maven/org.webjars/swagger-ui/pom.properties");
    private static final String UI = "/META-INF/resources/webjars/swagger-ui/" + UI_VERSION + "/";

    /// Nothing else of the class path is served.
    private static final Map<String, Asset> ASSETS =
            Map.of(
                    "/openapi",
                    new Asset(OWN + "openapi.yaml", "application/yaml"),
                    "/docs",
                    new Asset(OWN + "index.html", "text/html; charset=utf-8"),
                    "/docs/",
                    new Asset(OWN + "index.html", "text/html; charset=utf-8"),
                    "/docs/docs.js",
                    new Asset(OWN + "docs.js", "text/javascript; charset=utf-8"),
                    "/docs/docs.css",
                    new Asset(OWN + "docs.css", "text/css; charset=utf-8"),
                    "/docs/ui/swagger-ui.css",
                    new Asset(UI + "swagger-ui.css", "text/css; charset=utf-8"),
                    "/docs/ui/swagger-ui-bundle.js",
                    new Asset(UI + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"));

    private record Asset(String resource, String contentType) {}

    @Override
    public void routing(HttpRules rules) {
        ASSETS.forEach((path, asset) -> rules.get(path, (req, res) -> send(req, res, asset)));
    }

    private static void send(ServerRequest request, ServerResponse response, Asset asset) {
        byte[] content =
                read(asset.resource())
                        .orElseThrow(() -> Problem.notFound("There is nothing here.").refusal());
        response.header(HeaderNames.CACHE_CONTROL, "public, max-age=300");
        Answers.send(request, response, 200, asset.contentType(), content);
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = DocsRoutes.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(String resource) {
        Properties properties = new Properties();
        try (InputStream in = DocsRoutes.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
