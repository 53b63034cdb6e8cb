package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.audit.AuditBook;
import kmmotos.desktop.audit.AuditBook.Entry;
import kmmotos.desktop.audit.AuditBook.Proof;
import kmmotos.desktop.audit.AuditBook.Wanted;
import kmmotos.desktop.staff.PinUse;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The audit log of a whole till.
class TillAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir Path temp;

    private static AuditBook.Found read(Till till, String person) {
        return new TillAudit(till).read(new Wanted(DAY, DAY, Optional.empty(), person));
    }

    private static List<AuditKind> kinds(AuditBook.Found found) {
        return found.entries().stream().map(Entry::kind).toList();
    }

    private static void work(Till till) {
        var staff = new TillStaff(till);
        staff.checkPin(SampleStaff.ANA, "9999", new PinUse.SignIn());
        staff.checkPin(SampleStaff.ANA, "1111", new PinUse.SignIn());
        staff.checkPin(
                SampleStaff.BRUNO,
                "2222",
                new PinUse.Approval(Optional.of(SampleStaff.ANA.staffId()), "20 % off"));
        staff.locked(SampleStaff.ANA);
    }

    @Test
    void pinsApprovalsAndLockingAreInTheJournalAndUnbroken() {
        try (Till till = TestTill.open(temp)) {
            work(till);
            var found = read(till, "");
            assertThat(kinds(found))
                    .containsExactly(
                            AuditKind.LOCKED,
                            AuditKind.APPROVED,
                            AuditKind.SIGNED_IN,
                            AuditKind.WRONG_PIN);
            Entry approved = found.entries().get(1);
            assertThat(approved.by()).isEqualTo(SampleStaff.ANA.name());
            assertThat(approved.approvedBy()).isEqualTo(SampleStaff.BRUNO.name());
            assertThat(approved.about()).isEqualTo("20 % off");
            assertThat(found.proof()).isEqualTo(new Proof.Unbroken(4, TestTill.NOW, TestTill.NOW));
        }
    }

    @Test
    void theLogIsStillThereAfterTheDatabaseIsBuiltAnew() {
        try (Till till = TestTill.open(temp)) {
            work(till);
        }
        Till.rebuildFromJournal(TestTill.config(temp), kmmotos.desktop.stores.OpeningProgress.NONE);
        try (Till till = TestTill.open(temp)) {
            assertThat(read(till, "").entries()).hasSize(4);
        }
    }

    @Test
    void whoAllowedSomethingIsFoundByName() {
        try (Till till = TestTill.open(temp)) {
            work(till);
            assertThat(kinds(read(till, "BRUNO"))).containsExactly(AuditKind.APPROVED);
        }
    }

    @Test
    void aTillThatHasNothingProvesNothing() {
        try (Till till = TestTill.open(temp)) {
            assertThat(read(till, "").proof()).isEqualTo(new Proof.Nothing());
        }
    }
}
