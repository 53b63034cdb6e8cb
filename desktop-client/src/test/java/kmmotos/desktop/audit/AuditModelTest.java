package kmmotos.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditModelTest {
    @TempDir Path temp;
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final SampleAudit book = new SampleAudit();

    private AuditModel model() {
        return SampleAudit.model(workplace, book, name -> Optional.of(temp.resolve(name)));
    }

    private static List<AuditKind> kinds(AuditModel model) {
        return model.foundProperty().get().orElseThrow().entries().stream()
                .map(AuditBook.Entry::kind)
                .toList();
    }

    @Test
    void aKindAndAPartOfANameNarrowTheLog() {
        var model = model();
        model.show(Optional.of(AuditKind.APPROVED));
        assertThat(kinds(model)).containsExactly(AuditKind.APPROVED);
        model.show(Optional.empty());
        model.show("bruno");
        assertThat(kinds(model)).containsExactly(AuditKind.APPROVED, AuditKind.DRAWER_OPENED);
    }

    @Test
    void daysTheWrongWayRoundAreTurned() {
        var model = model();
        model.show(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 2));
        assertThat(book.asked().getLast().from()).isEqualTo("2026-11-02");
    }

    @Test
    void theSameWishIsNotReadTwice() {
        var model = model();
        model.show("ana");
        model.show("ana");
        assertThat(book.asked()).hasSize(1);
    }

    @Test
    void theFileHoldsWhatIsShownAndNoFormula() throws IOException {
        var model = model();
        model.show("bruno");
        model.export();
        try (var files = Files.list(temp)) {
            String csv = Files.readString(files.findFirst().orElseThrow());
            assertThat(csv.lines())
                    .hasSize(3)
                    .last()
                    .asString()
                    .contains("DRAWER_OPENED,\"Bruno Lima\",\"\",,,\"'=1+1 for the baker\"");
        }
    }

    @Test
    void nothingIsSavedOfAnEmptyLog() {
        var model = model();
        model.show("nobody");
        model.export();
        assertThat(temp).isEmptyDirectory();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("nothing to save");
    }

    @Test
    void onlyAManagerReadsIt() {
        assertThat(model().isAllowed()).isTrue();
        var cashier = SampleWorkplace.of(Role.SUPERVISOR);
        assertThat(
                        SampleAudit.model(cashier, book, name -> Optional.of(temp.resolve(name)))
                                .isAllowed())
                .isFalse();
    }
}
