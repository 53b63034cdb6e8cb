package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.audit.AuditBook;

/// The audit log of all shops, as the server reads it from what their tills told.
///
/// @param zone in which a day begins
record AuditCalls(HeadOfficeClient client, ZoneId zone) implements AuditBook {

    private record Answer(List<Entry> items, boolean hasMore, ProofView proof) {}

    private record ProofView(
            long facts,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> brokenTill,
            Optional<Long> brokenSeq) {

        Proof toProof() {
            if (brokenTill.isPresent()) {
                return new Proof.Broken(brokenTill.get(), brokenSeq.orElse(0L));
            }
            return from.<Proof>map(begin -> new Proof.Unbroken(facts, begin, until.orElse(begin)))
                    .orElseGet(Proof.Nothing::new);
        }
    }

    @Override
    public Found read(Wanted wanted) {
        var url =
                client.page("audit", Optional.empty())
                        .addQueryParameter("from", begin(wanted.from()))
                        .addQueryParameter("until", begin(wanted.until().plusDays(1)));
        wanted.kind().ifPresent(kind -> url.addQueryParameter("kind", kind.name()));
        if (!wanted.person().isBlank()) {
            url.addQueryParameter("person", wanted.person().strip());
        }
        Answer answer = client.get(url, new TypeReference<>() {});
        return new Found(answer.items(), answer.hasMore(), answer.proof().toProof());
    }

    private String begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toString();
    }
}
