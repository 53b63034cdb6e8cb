package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.Test;

class AuditLineTest {

    private static List<AuditLine> of(Event event) {
        return AuditLine.of(JournalEntry.of(new UUID(1, 1), 3, SampleSales.AT, event));
    }

    private static List<AuditLine> ofAll(Class<? extends Event> kind) {
        return SampleEvents.all().stream()
                .filter(kind::isInstance)
                .flatMap(event -> of(event).stream())
                .toList();
    }

    @Test
    void aVoidedLineSaysWhoAndWhatItCameTo() {
        AuditLine line = ofAll(Event.LineVoided.class).getFirst();
        assertThat(line.kind()).isEqualTo(AuditKind.LINE_VOIDED);
        assertThat(line.staffId()).contains(SampleStaff.ANA.staffId());
        assertThat(line.amount().orElseThrow().amount()).isEqualTo("49.90");
    }

    @Test
    void whoAllowedItIsNamedBesideWhoDidIt() {
        AuditLine line = ofAll(Event.DeskNoted.class).getFirst();
        assertThat(line.staffId()).contains(SampleStaff.ANA.staffId());
        assertThat(line.approvedBy()).contains(SampleStaff.BRUNO.staffId());
        assertThat(line.about()).isEqualTo("20 % off the sale");
    }

    @Test
    void aReturnTellsItsReceipt() {
        AuditLine back =
                of(new Event.SaleCompleted(SampleSales.defectReturned())).stream()
                        .filter(line -> line.kind() == AuditKind.GOODS_RETURNED)
                        .findFirst()
                        .orElseThrow();
        assertThat(back.about()).isEqualTo(SampleSales.defectReturned().receiptNumber().toString());
        assertThat(back.amount().orElseThrow().isNegative()).isTrue();
    }

    @Test
    void factsWithLinesAreAllOfTheTypesThatAreLookedFor() {
        Stream<String> found =
                SampleEvents.all().stream()
                        .filter(event -> !of(event).isEmpty())
                        .map(event -> EventType.of(event).wireName());
        assertThat(AuditLine.types()).containsAll(found.toList());
    }

    @Test
    void whatAnotherFactTellsIsNotNotedAgain() {
        assertThatThrownBy(() ->
                        new AuditNote(
                                AuditKind.LINE_VOIDED, Optional.empty(), Optional.empty(), ""))
                .hasMessageContaining("another fact");
    }

    @Test
    void wordsThatAreTooLongAreCut() {
        var note = AuditNote.of(AuditKind.APPROVED, new UUID(1, 2)).about("x".repeat(500));
        assertThat(note.words()).hasSize(AuditNote.MAX_WORDS);
    }
}
