package kmmotos.installers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A real server in a process of its own, on loopback, with its embedded PostgreSQL in a folder. It
/// can be killed and started again at the same port.
public final class ServerProcess implements AutoCloseable {
    private static final int TRIES = 600;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private static final List<String> SMALL = List.of("-Xmx1g", "-XX:+UseSerialGC");

    private final Path folder;
    private final int port;
    private final List<String> options;
    private final Map<String, String> settings;
    private JavaChild child;

    private ServerProcess(
            Path folder, int port, List<String> options, Map<String, String> settings) {
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.settings = Map.copyOf(settings);
        this.child = launch();
    }

    /// Starts a server and waits until it is ready.
    ///
    /// @param settings more keys, as environment variables
    public static ServerProcess start(Path folder, Map<String, String> settings) {
        return start(folder, SMALL, settings);
    }

    /// As [#start(Path, Map)], with these options of Java.
    public static ServerProcess start(
            Path folder, List<String> options, Map<String, String> settings) {
        return new ServerProcess(folder, freePort(), options, settings);
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    public long pid() {
        return child.pid();
    }

    public void kill() {
        child.kill();
    }

    public void startAgain() {
        child = launch();
    }

    @Override
    public void close() {
        child.close();
    }

    private JavaChild launch() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KM_DATA_FOLDER", folder.toString());
        environment.put("KM_HTTP_PORT", Integer.toString(port));
        environment.put("KM_HTTP_PUBLIC_URL", url());
        environment.putIfAbsent("KM_HTTP_SHUTDOWN_GRACE", "PT1S");
        JavaChild started =
                JavaChild.start(
                        new JavaChild.Start(
                                ServerMain.class.getName(),
                                options,
                                List.of(),
                                environment,
                                folder.resolveSibling(folder.getFileName() + ".log")));
        awaitReady(started);
        return started;
    }

    private void awaitReady(JavaChild started) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < TRIES; i++) {
                if (isReady(http, request)) {
                    return;
                }
                if (!started.isAlive()) {
                    throw new IllegalStateException("The server ended; see " + folder + ".log");
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
        throw new IllegalStateException("The server did not become ready; see " + folder + ".log");
    }

    private static boolean isReady(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            // Nobody listens yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
