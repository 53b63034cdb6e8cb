package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;

/// Head office's calls about people and their badges.
record StaffCalls(HeadOfficeClient client) {

    private record BadgeCode(String code) {}

    /// Everybody, those who left at the end, by name.
    List<StaffLine> all() {
        List<StaffLine> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<StaffLine> page = client.get(client.page("staff", next), new TypeReference<>() {});
            all.addAll(page.items());
            next = page.nextCursor();
        } while (next.isPresent());
        all.sort(
                Comparator.comparing(StaffLine::active)
                        .reversed()
                        .thenComparing(StaffLine::name, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    StaffLine save(UUID staffId, Map<String, Object> edit) {
        return client.put("staff/" + staffId, edit, new TypeReference<>() {});
    }

    /// A new badge; the one before opens nothing any more.
    ///
    /// @return what its barcode says; it is told this once
    String makeBadge(UUID staffId) {
        return client.answered(
                        "staff/" + staffId + "/badge", Map.of(), new TypeReference<BadgeCode>() {})
                .code();
    }

    void takeBadge(UUID staffId) {
        client.delete("staff/" + staffId + "/badge");
    }
}
