package kmmotos.server;

import kmmotos.model.tidy.Sources;
import org.junit.jupiter.api.Test;

class TidyTest {

    @Test
    void theSourcesAreTidy() {
        Sources.ofThisModule().printing("ServerApp").check();
    }
}
