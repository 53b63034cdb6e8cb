package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole till's leases: real journal, real database, a server that answers by hand.
class TillLeasesTest {
    private static final LeaseSubject CARD =
            LeaseSubject.giftCard(SampleLeases.NUMBER.cardId(), SampleStores.BRL);
    private static final LeaseSubject CREDIT =
            LeaseSubject.credit(SampleLeases.CUSTOMER, SampleStores.BRL);

    @TempDir Path temp = Path.of("");
    private final Moving clock = new Moving();
    private final ByHand server = new ByHand();
    private TillConfig config = TillConfig.of(Path.of("unopened"));
    private Till till = unopened();

    @SuppressWarnings("NullAway") // opened before each test
    private static Till unopened() {
        return null;
    }

    /// A clock that is set.
    private static final class Moving extends Clock {
        private Instant now = TestTill.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class ByHand implements LeaseServer {
        private boolean isThere = true;
        private long free = 5_000;
        private final List<Lease> granted = new ArrayList<>();
        private final List<UUID> withdrawn = new ArrayList<>();
        private final List<LeaseRequest> asked = new ArrayList<>();

        @Override
        public Reply<LeaseAnswer> lease(LeaseRequest request) {
            if (!isThere) {
                return new Reply.Unreachable<>("cut");
            }
            asked.add(request);
            long amount = Math.min(free, request.wanted());
            if (amount == 0) {
                return new Reply.Answered<>(new LeaseAnswer.NothingLeft(5_000, 5_000));
            }
            free -= amount;
            Lease lease = lease(request.leaseId(), request.subject(), amount, 0);
            granted.add(lease);
            return new Reply.Answered<>(new LeaseAnswer.Granted(lease));
        }

        @Override
        public Reply<LeaseAnswer.Standing> renewLeases() {
            return isThere
                    ? new Reply.Answered<>(new LeaseAnswer.Standing(granted, withdrawn))
                    : new Reply.Unreachable<>("cut");
        }

        @Override
        public Reply<CardBalance> giftCard(UUID cardId) {
            return new Reply.Unreachable<>("cut");
        }

        @Override
        public Reply<CouponText> coupon(String code) {
            return new Reply.Unreachable<>("cut");
        }

        private Lease lease(UUID id, LeaseSubject of, long amount, long used) {
            return new Lease(id, of, amount, used, clock.now, clock.now.plus(Duration.ofHours(4)));
        }
    }

    @BeforeEach
    void openTill() {
        config = TestTill.enrolled(temp).withClock(clock);
        till = Till.open(config);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    private TillLeases leases() {
        return new TillLeases(
                till.records().engine(), server, DeviceKey.read(config.folder())::giftCard);
    }

    private LeaseFound find(long wanted) {
        return leases().find(CARD, wanted);
    }

    private static UUID held(LeaseFound found) {
        assertThat(found).isInstanceOf(LeaseFound.Held.class);
        return ((LeaseFound.Held) found).leaseId();
    }

    private static Tender pay(UUID leaseId, long minor) {
        return new Tender.GiftCard(
                SampleLeases.NUMBER.cardId(),
                SampleLeases.NUMBER.lastFour(),
                Money.ofMinor(minor, SampleStores.BRL),
                Optional.of(leaseId),
                Optional.empty());
    }

    private void sell(UUID leaseId, long minor) {
        Rung.paidWith(till, pay(leaseId, minor));
    }

    @Test
    void whatWasGrantedIsUsedOfflineAndNoMore() {
        UUID lease = held(find(3_000));
        server.isThere = false;
        sell(lease, 1_000);
        assertThat(find(3_000)).isEqualTo(new LeaseFound.Held(lease, 2_000));
        assertThat(leases().ended(List.of(pay(lease, 2_000)))).isEmpty();
        assertThat(leases().ended(List.of(pay(lease, 1_500), pay(lease, 501)))).hasSize(1);
        sell(lease, 2_000);
        assertThat(find(1)).isEqualTo(new LeaseFound.Offline());
    }

    @Test
    void aLeaseOutlivesARestartAndARebuild() {
        UUID lease = held(find(3_000));
        sell(lease, 1_000);
        till.close();
        Till.rebuildFromJournal(config, OpeningProgress.NONE);
        till = Till.open(config);
        server.isThere = false;
        assertThat(find(3_000)).isEqualTo(new LeaseFound.Held(lease, 2_000));
    }

    @Test
    void aLeaseEndsByTheTillsClockAndByAClockThatWentBack() {
        UUID lease = held(find(3_000));
        server.isThere = false;
        clock.now = TestTill.NOW.plus(Duration.ofHours(3));
        Rung.up(till, Rung.PAD, 1);
        till.recorder().project();
        assertThat(find(3_000)).isEqualTo(new LeaseFound.Held(lease, 3_000));
        clock.now = TestTill.NOW.plus(Duration.ofHours(2));
        assertThat(find(3_000)).isEqualTo(new LeaseFound.Offline());
        clock.now = TestTill.NOW.plus(Duration.ofHours(4));
        assertThat(find(3_000)).isEqualTo(new LeaseFound.Offline());
        assertThat(leases().ended(List.of(pay(lease, 1)))).hasSize(1);
    }

    @Test
    void anEndedLeaseIsReleasedByAFact() {
        UUID lease = held(find(3_000));
        clock.now = TestTill.NOW.plus(Duration.ofHours(5));
        server.isThere = false;
        assertThat(leases().run()).isLessThan(TillLeases.ROUND);
        assertThat(open(lease)).isEmpty();
        long end = till.journal().endSeq();
        leases().run();
        assertThat(till.journal().endSeq()).isEqualTo(end);
    }

    @Test
    void aLeaseOnALostCardIsNotUsedAnyMoreAndReleasedARoundLater() {
        TillLeases leases = leases();
        UUID lease = held(leases.find(CARD, 3_000));
        sell(lease, 1_000);
        server.withdrawn.add(lease);
        server.free = 0;
        assertThat(leases.run()).isLessThan(TillLeases.ROUND);
        assertThat(leases.ended(List.of(pay(lease, 1)))).hasSize(1);
        assertThat(leases.find(CARD, 1)).isInstanceOf(LeaseFound.NothingLeft.class);
        long end = till.journal().endSeq();
        leases.run();
        assertThat(till.journal().endSeq()).isEqualTo(end + 1);
        leases.run();
        assertThat(till.journal().endSeq()).isEqualTo(end + 1);
    }

    @Test
    void anAnswerThatWasLostIsGivenBackOneRoundLater() {
        UUID lost = UUID.randomUUID();
        server.granted.add(server.lease(lost, CARD, 4_000, 0));
        TillLeases leases = leases();
        leases.run();
        assertThat(till.journal().endSeq()).isZero();
        leases.run();
        assertThat(till.journal().endSeq()).isEqualTo(1);
        assertThat(find(1)).isNotEqualTo(new LeaseFound.Held(lost, 4_000));
    }

    @Test
    void anAnswerThatWasLostIsGivenBackOnce() {
        server.granted.add(server.lease(UUID.randomUUID(), CARD, 4_000, 0));
        TillLeases leases = leases();
        for (int round = 0; round < 6; round++) {
            leases.run();
        }
        assertThat(till.journal().endSeq()).isEqualTo(1);
    }

    /// It can't be used any more, so nobody else should wait for it until the clock comes there.
    @Test
    void aLeaseWhoseTillsClockWentBackIsReleased() {
        UUID lease = held(find(3_000));
        clock.now = TestTill.NOW.minus(Duration.ofDays(400));
        leases().run();
        assertThat(open(lease)).isEmpty();
    }

    private Optional<HeldLease> open(UUID lease) {
        return till.database().read(session -> till.stores().leases().find(session, lease));
    }

    /// The taking stood in a part of the journal that is no longer kept. The server may not have
    /// heard of this use yet, so what it says is left can't be trusted.
    @Test
    void creditThatWasUsedAndForgottenIsReleasedAndNotTakenAgain() {
        UUID slice = UUID.randomUUID();
        sell(slice, 1_000);
        server.granted.add(server.lease(slice, CREDIT, 20_000, 0));
        clock.now = TestTill.NOW.plus(Duration.ofMinutes(6));
        leases().run();
        server.isThere = false;
        assertThat(leases().find(CREDIT, 20_000)).isEqualTo(new LeaseFound.Offline());
        assertThat(open(slice)).isEmpty();
    }

    @Test
    void creditThatWasReleasedAndForgottenIsNotTakenAgain() {
        UUID slice = UUID.randomUUID();
        leases().release(slice);
        server.granted.add(server.lease(slice, CREDIT, 20_000, 0));
        leases().run();
        server.isThere = false;
        assertThat(leases().find(CREDIT, 20_000)).isEqualTo(new LeaseFound.Offline());
    }

    @Test
    void creditIsHeldBeforehandAndWhatAForgottenLifeUsedCounts() {
        UUID slice = UUID.randomUUID();
        server.granted.add(server.lease(slice, CREDIT, 20_000, 15_000));
        leases().run();
        server.isThere = false;
        assertThat(leases().find(CREDIT, 20_000)).isEqualTo(new LeaseFound.Held(slice, 5_000));
    }

    @Test
    void theNumberOfACardCanBePrintedAgain() {
        UUID serial = UUID.randomUUID();
        assertThat(leases().card(serial)).isEqualTo(leases().card(serial));
        assertThat(leases().card(serial)).isNotEqualTo(leases().card(UUID.randomUUID()));
    }
}
