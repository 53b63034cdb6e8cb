package kmmotos.desktop.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import org.junit.jupiter.api.Test;

class BadgeSignInTest {
    private static final Badge NOBODYS =
            Badge.of("nobody's badge16".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private final FakeStaffBooks books = new FakeStaffBooks(() -> SampleSlips.NOON);
    private final PinCheck pins =
            new PinCheck(
                    books, Background.direct(), () -> SampleSlips.NOON, new Texts(Locale.ENGLISH));
    private final SignInModel signIn = new SignInModel(pins);
    private final ApprovalModel approvals = new ApprovalModel(pins, signIn);
    private final List<String> refused = new ArrayList<>();

    private void scan(StaffMember member) {
        signIn.signIn(books.badgeOf(member), refused::add);
    }

    @Test
    void aBadgeSignsInWhoeverItBelongsTo() {
        scan(SampleStaff.BRUNO);
        assertThat(signIn.operator()).contains(SampleStaff.BRUNO);
    }

    @Test
    void anotherBadgeTakesTheTillOver() {
        scan(SampleStaff.ANA);
        scan(SampleStaff.BRUNO);
        assertThat(signIn.operator()).contains(SampleStaff.BRUNO);
        assertThat(books.locked()).containsExactly(SampleStaff.ANA);
    }

    @Test
    void theOwnBadgeAgainChangesNothing() {
        scan(SampleStaff.ANA);
        scan(SampleStaff.ANA);
        assertThat(books.locked()).isEmpty();
    }

    @Test
    void aBadgeOfNobodyOpensNothingAndPutsNobodyOut() {
        signIn.signIn(NOBODYS, refused::add);
        assertThat(signIn.operator()).isEmpty();
        assertThat(signIn.troubleProperty().get()).contains("badge");
        scan(SampleStaff.ANA);
        signIn.signIn(NOBODYS, refused::add);
        assertThat(signIn.operator()).contains(SampleStaff.ANA);
        assertThat(refused).hasSize(1);
    }

    @Test
    void aSupervisorsBadgeApproves() {
        signIn.refresh();
        scan(SampleStaff.ANA);
        List<StaffMember> said = new ArrayList<>();
        approvals.ask("20 % off", _ -> true, said::add);
        approvals.approve(books.badgeOf(SampleStaff.BRUNO));
        assertThat(said).containsExactly(SampleStaff.BRUNO);
        assertThat(signIn.operator()).contains(SampleStaff.ANA);
    }

    @Test
    void nobodyApprovesForThemselvesByBadge() {
        signIn.refresh();
        scan(SampleStaff.BRUNO);
        List<StaffMember> said = new ArrayList<>();
        approvals.ask("20 % off", _ -> true, said::add);
        approvals.approve(books.badgeOf(SampleStaff.BRUNO));
        assertThat(said).isEmpty();
        assertThat(approvals.troubleProperty().get()).contains("badge");
    }
}
