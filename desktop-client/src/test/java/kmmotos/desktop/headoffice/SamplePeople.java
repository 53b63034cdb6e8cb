package kmmotos.desktop.headoffice;

import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/// People as a server tells of them.
final class SamplePeople {

    static final String BADGE = "KMB-3JX7Q9ZR4T5W8Y2C";

    private SamplePeople() {}

    static MockResponse answer(RecordedRequest request, String path, Consumer<String> command) {
        if (request.getMethod().equals("GET")) {
            return SampleHeadOffice.json(
                    """
                    {"items":[
                    {"staff_id":"01890000-0000-7000-8000-000000000b02","name":"Bruno Lima","role":"CASHIER",
                    "stores":["S2"],"active":false,"has_badge":false},
                    {"staff_id":"01890000-0000-7000-8000-000000000b01","name":"Ana Souza","role":"SUPERVISOR",
                    "stores":["S2","S1"],"active":true,"has_badge":true}],"has_more":false}
                    """);
        }
        command.accept(
                (request.getMethod() + " " + path + " " + SampleHeadOffice.body(request)).strip());
        if (path.endsWith("/badge")) {
            return request.getMethod().equals("POST")
                    ? SampleHeadOffice.json("{\"code\":\"" + BADGE + "\"}")
                    : new MockResponse.Builder().code(204).build();
        }
        return SampleHeadOffice.json(
                """
                {"staff_id":"%s","name":"x","role":"CASHIER","stores":[],"active":true,"has_badge":false}
                """
                        .formatted(path.substring("/staff/".length())));
    }
}
