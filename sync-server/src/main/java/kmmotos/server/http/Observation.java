package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What those who run the server look at: `/health/live`, `/health/ready`, `/metrics`.
public final class Observation implements AutoCloseable {

    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    public Observation() {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        garbage.bindTo(meters);
    }

    public PrometheusMeterRegistry meters() {
        return meters;
    }

    /// @param ready whether requests can be served, that is, whether the database answers
    public void register(HttpRouting.Builder routing, BooleanSupplier ready) {
        routing.get("/health/live", (req, res) -> health(req, res, true));
        routing.get("/health/ready", (req, res) -> health(req, res, ready.getAsBoolean()));
        routing.get(
                "/metrics",
                (req, res) -> {
                    res.headers().set(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4");
                    res.send(meters.scrape());
                });
    }

    @Override
    public void close() {
        garbage.close();
        meters.close();
    }

    private static void health(ServerRequest request, ServerResponse response, boolean up) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.json(request, response, up ? 200 : 503, Map.of("status", up ? "UP" : "DOWN"));
    }
}
