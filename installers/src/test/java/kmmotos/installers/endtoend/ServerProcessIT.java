package kmmotos.installers.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.process.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessIT {

    @Test
    void aKilledServerComesBackWithItsDatabase(@TempDir Path folder) {
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), Map.of());
                ServerApi api = ServerApi.at(server.url())) {
            server.kill();
            server.startAgain();
            assertThat(api.get("/health/ready").toString()).contains("UP");
        }
    }
}
