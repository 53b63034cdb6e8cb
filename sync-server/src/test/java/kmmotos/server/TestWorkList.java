package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.TestClient.Reply;

/// Head office's work list of facts that wait for a person.
public record TestWorkList(TestServer server) {
    private static final String API = "/api/admin/v1/event-exceptions";

    public List<JsonNode> items() {
        Reply reply = server.admin().get(API + "?page_size=100");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return StreamSupport.stream(reply.json().path("items").spliterator(), false).toList();
    }

    public Optional<JsonNode> about(JournalEntry entry) {
        return items().stream()
                .filter(item -> item.path("event_id").asText().equals(entry.eventId().toString()))
                .findFirst();
    }

    public Reply retry(JsonNode item) {
        return post(item, "/retry", Map.of());
    }

    public Reply setAside(JsonNode item, String note) {
        return post(item, "/dismiss", Map.of("note", note));
    }

    /// Books it on this order.
    public Reply correct(JsonNode item, String number) {
        return post(item, "/order", Map.of("number", number));
    }

    public void setAllAside() {
        items().forEach(item -> assertThat(setAside(item, "looked into").status()).isEqualTo(204));
    }

    private Reply post(JsonNode item, String what, Map<String, String> body) {
        return server.admin().post(API + "/" + item.path("exception_id").asText() + what, body);
    }
}
