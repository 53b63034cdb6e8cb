package kmmotos.desktop.headoffice;

import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/// Rates of foreign cash as a server tells of them.
final class SampleRates {

    private SampleRates() {}

    static MockResponse answer(RecordedRequest request, String path, Consumer<String> command) {
        if (request.getMethod().equals("GET")) {
            return SampleHeadOffice.json(
                    """
                    {"items":[
                    {"store":"S1","rates":[
                    {"currency":"USD","rate":"5.31","from":"2026-11-01"},
                    {"currency":"USD","rate":"5.405","from":"2026-11-20"},
                    {"currency":"ARS","rate":"0.0058","from":"2026-11-01"}]},
                    {"store":"S2","rates":[{"currency":"USD","rate":"0","from":"2026-11-15"}]}]}
                    """);
        }
        command.accept(request.getMethod() + " " + path + " " + SampleHeadOffice.body(request));
        return SampleHeadOffice.json("{\"store\":\"S1\",\"rates\":[]}");
    }
}
