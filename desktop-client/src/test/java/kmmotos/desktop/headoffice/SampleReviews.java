package kmmotos.desktop.headoffice;

import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/// Reviews and deeds as a server tells of them.
final class SampleReviews {

    private SampleReviews() {}

    static MockResponse reviews(RecordedRequest request, String path, Consumer<String> command) {
        if (!request.getMethod().equals("GET")) {
            command.accept(request.getMethod() + " " + path + " " + SampleHeadOffice.body(request));
        }
        return SampleHeadOffice.json(
                """
                {"items":[
                {"review_id":"01890000-0000-7000-8000-000000000c01",
                "product_id":"01890000-0000-7000-8000-000000000c11","product":"Brake pads front",
                "author":"Ana S.","rating":4,"title":"Stops at once",
                "text":"Fitted in ten minutes. No squeal after 2,000 km, a little dust on the rim.",
                "written_at":"2026-11-20T14:00:00Z","state":"WAITING","helpful":0},
                {"review_id":"01890000-0000-7000-8000-000000000c02",
                "product_id":"01890000-0000-7000-8000-000000000c12","product":"Chain kit 520",
                "author":"Bruno L.","rating":2,"title":"Short by a link",
                "text":"Had to buy one more link.",
                "written_at":"2026-11-20T15:30:00Z","state":"WAITING","helpful":0}],
                "has_more":false}
                """);
    }

    static MockResponse deeds(String path) {
        return SampleHeadOffice.json(
                path.endsWith("/proof")
                        ? "{\"deeds\":812}"
                        : """
                        {"items":[
                        {"n":812,"at":"2026-11-20T16:00:00Z","staff_id":"01890000-0000-7000-8000-000000000b01",
                        "by":"Helena Prado","role":"HEAD_OFFICE","method":"PUT",
                        "path":"/api/admin/v1/stores/S1","body":"{\\"name\\":\\"São Paulo\\",\\"currency\\":\\"BRL\\"}",
                        "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"},
                        {"n":811,"at":"2026-11-20T15:00:00Z","staff_id":"01890000-0000-7000-8000-000000000b01",
                        "by":"Helena Prado","role":"HEAD_OFFICE","method":"POST",
                        "path":"/api/admin/v1/imports/prices",
                        "body":"51233 bytes, sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        "trace_id":"4bf92f3577b34da6a3ce929d0e0e4737"}],"has_more":true}
                        """);
    }
}
