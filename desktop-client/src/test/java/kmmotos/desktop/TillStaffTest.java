package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kmmotos.desktop.staff.PinAnswer;
import kmmotos.desktop.staff.PinUse;
import kmmotos.desktop.staff.StaffStore;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PINs at a whole till: Ana's is 1111.
class TillStaffTest {
    @TempDir Path temp;

    private PinAnswer pin(String pin, Instant now) {
        var config = TestTill.enrolled(temp).withClock(Clock.fixed(now, ZoneOffset.UTC));
        try (Till till = Till.open(config)) {
            return new TillStaff(till).checkPin(SampleStaff.ANA, pin, new PinUse.SignIn());
        }
    }

    @Test
    void theFifthWrongPinLocksThroughRestartsAndTheLockEndsByItself() {
        Instant now = TestTill.NOW;
        for (int left = StaffStore.MAX_WRONG_PINS - 1; left > 0; left--) {
            assertThat(pin("9999", now)).isEqualTo(new PinAnswer.Wrong(left));
        }
        Instant until = now.plus(StaffStore.LOCK);
        assertThat(pin("9999", now)).isEqualTo(new PinAnswer.Locked(until));
        assertThat(pin("1111", now.plusSeconds(1))).isEqualTo(new PinAnswer.Locked(until));
        assertThat(pin("9999", until)).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(pin("1111", until)).isInstanceOf(PinAnswer.Accepted.class);
        assertThat(pin("9999", until)).isEqualTo(new PinAnswer.Wrong(4));
    }

    @Test
    void aSaleIsWrittenWhileAPinIsCompared() {
        try (Till till = TestTill.open(temp)) {
            var staff = new TillStaff(till, (member, pin) -> sells(till, member, pin));
            assertThat(staff.checkPin(SampleStaff.ANA, "1111", new PinUse.SignIn()))
                    .isInstanceOf(PinAnswer.Accepted.class);
        }
    }

    /// Fails when the one who compares holds up the writers.
    private static boolean sells(Till till, StaffMember member, String pin) {
        CompletableFuture.runAsync(() -> till.database().write(_ -> {}))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return StaffStore.matches(member, pin);
    }

    @Test
    void aRightPinIsAnsweredWhileSomethingLongIsBeingStored() {
        try (Till till = TestTill.open(temp)) {
            var staff = new TillStaff(till);
            assertThat(
                            whileStoring(
                                    till,
                                    () ->
                                            staff.checkPin(
                                                    SampleStaff.ANA, "1111", new PinUse.SignIn())))
                    .isInstanceOf(PinAnswer.Accepted.class);
        }
    }

    @Test
    void aRightPinAfterAWrongOneIsAnsweredAtOnceTheNextTime() {
        try (Till till = TestTill.open(temp)) {
            var staff = new TillStaff(till);
            staff.checkPin(SampleStaff.ANA, "9999", new PinUse.SignIn());
            staff.checkPin(SampleStaff.ANA, "1111", new PinUse.SignIn());
            assertThat(
                            whileStoring(
                                    till,
                                    () ->
                                            staff.checkPin(
                                                    SampleStaff.ANA, "1111", new PinUse.SignIn())))
                    .isInstanceOf(PinAnswer.Accepted.class);
        }
    }

    /// As while a snapshot is stored: the writer's turn is taken, and the staff is being replaced.
    private static PinAnswer whileStoring(Till till, Supplier<PinAnswer> check) {
        return till.database()
                .inTransaction(session -> {
                    till.stores().staff().clear(session);
                    return CompletableFuture.supplyAsync(check)
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join();
                });
    }

    @Test
    void aPinThatIsChangedWhileItIsComparedIsWrong() {
        try (Till till = TestTill.open(temp)) {
            var staff = new TillStaff(till, (member, _) -> isChanged(till, member));
            assertThat(staff.checkPin(SampleStaff.ANA, "1111", new PinUse.SignIn()))
                    .isEqualTo(new PinAnswer.Wrong(4));
        }
    }

    private static boolean isChanged(Till till, StaffMember member) {
        var other = SampleStaff.withPinHash(member, "$argon2id$changed");
        till.database().write(session -> till.stores().staff().put(session, other));
        return true;
    }

    @Test
    void nobodyOfThisShopIsUnknown() {
        try (Till till = TestTill.open(temp)) {
            assertThat(new TillStaff(till).checkPin(new UUID(1, 2), "1111"))
                    .isEqualTo(new PinAnswer.Unknown());
        }
    }

    @Test
    void aBadgeOpensUntilHeadOfficeTakesItBack() {
        Badge badge = Badge.of(new byte[Badge.SECRET_BYTES]);
        try (Till till = TestTill.open(temp)) {
            var staff = new TillStaff(till);
            assertThat(staff.checkBadge(badge, _ -> true, new PinUse.SignIn()))
                    .isEqualTo(new PinAnswer.Unknown());
            give(till, Optional.of(badge.hash()));
            assertThat(staff.checkBadge(badge, _ -> true, new PinUse.SignIn()))
                    .isInstanceOf(PinAnswer.Accepted.class);
            assertThat(staff.checkBadge(badge, _ -> false, new PinUse.SignIn()))
                    .isEqualTo(new PinAnswer.Unknown());
            give(till, Optional.empty());
            assertThat(staff.checkBadge(badge, _ -> true, new PinUse.SignIn()))
                    .isEqualTo(new PinAnswer.Unknown());
        }
    }

    private static void give(Till till, Optional<String> badgeHash) {
        StaffMember ana =
                TestTill.staff().stream()
                        .filter(one -> one.staffId().equals(SampleStaff.ANA.staffId()))
                        .findFirst()
                        .orElseThrow();
        till.database()
                .write(session -> till.stores().staff().put(session, ana.withBadgeHash(badgeHash)));
    }
}
