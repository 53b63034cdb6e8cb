package kmmotos.benchmarks;

import kmmotos.model.tidy.Sources;
import org.junit.jupiter.api.Test;

class TidyTest {

    @Test
    void theSourcesAreTidy() {
        Sources.ofThisModule().check();
    }
}
