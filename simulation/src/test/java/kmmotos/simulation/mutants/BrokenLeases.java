package kmmotos.simulation.mutants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import kmmotos.desktop.leases.CardFound;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Tender;
import kmmotos.server.leases.Balance;
import kmmotos.server.leases.KeptLease;
import kmmotos.server.leases.LeaseTables;
import org.jspecify.annotations.Nullable;

/// Servers and tills that break a rule of leases.
final class BrokenLeases {

    private BrokenLeases() {}

    private interface Broken {
        /// Answers what the method answers, or empty if it is as it was.
        Optional<Object> call(String method, Object[] arguments);
    }

    private static LeaseTables with(LeaseTables whole, Broken broken) {
        return (LeaseTables)
                Proxy.newProxyInstance(
                        LeaseTables.class.getClassLoader(),
                        new Class<?>[] {LeaseTables.class},
                        (_, method, arguments) -> {
                            Object[] given = arguments == null ? new Object[0] : arguments;
                            Optional<Object> answer = broken.call(method.getName(), given);
                            return answer.isPresent()
                                    ? answer.get()
                                    : call(() -> method.invoke(whole, given));
                        });
    }

    private interface Reflected {
        @Nullable Object invoke() throws IllegalAccessException, InvocationTargetException;
    }

    private static @Nullable Object call(Reflected method) throws Throwable {
        try {
            return method.invoke();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /// A part is set aside of what other tills hold already.
    static LeaseTables withoutCondition(LeaseTables whole) {
        return with(
                whole,
                (method, arguments) ->
                        switch (method) {
                            case "lock" ->
                                    Optional.of(
                                            whole.lock((LeaseSubject) arguments[0])
                                                    .map(of ->
                                                            new Balance(
                                                                    of.total(), 0, of.blocked())));
                            case "hold" -> {
                                whole.letGo((LeaseSubject) arguments[0], -(Long) arguments[1]);
                                yield Optional.of(true);
                            }
                            default -> Optional.empty();
                        });
    }

    /// What has expired is free, whatever the till may have used of it.
    static UnaryOperator<LeaseTables> endingByTime() {
        List<Lease> given = new ArrayList<>();
        return whole ->
                with(
                        whole,
                        (method, arguments) -> {
                            if (method.equals("add")) {
                                given.add(((KeptLease) arguments[1]).lease());
                            }
                            if (method.equals("due")) {
                                end(whole, given, (Instant) arguments[2]);
                            }
                            return Optional.empty();
                        });
    }

    private static void end(LeaseTables whole, List<Lease> given, Instant now) {
        given.stream()
                .filter(lease -> lease.expiresAt().isBefore(now))
                .flatMap(lease -> whole.find(lease.leaseId()).stream())
                .filter(KeptLease::open)
                .forEach(kept -> {
                    whole.letGo(kept.lease().subject(), kept.held());
                    whole.close(kept.lease().leaseId(), now, Optional.empty());
                });
    }

    /// A till uses what it was just given and writes it down nowhere.
    static BiFunction<LeaseBook, LeaseServer, LeaseBook> withoutJournal() {
        AtomicLong asked = new AtomicLong();
        return (whole, server) -> withoutJournal(whole, server, asked);
    }

    private static LeaseBook withoutJournal(LeaseBook whole, LeaseServer server, AtomicLong asked) {
        return new LeaseBook() {
            @Override
            public LeaseFound find(LeaseSubject subject, long wanted) {
                UUID id = new UUID(1, asked.incrementAndGet());
                return server.lease(new LeaseRequest(id, subject, wanted))
                                instanceof
                                Reply.Answered<LeaseAnswer>(LeaseAnswer.Granted(Lease lease))
                        ? new LeaseFound.Held(lease.leaseId(), lease.granted())
                        : new LeaseFound.Offline();
            }

            @Override
            public void release(UUID leaseId) {
                whole.release(leaseId);
            }

            @Override
            public void giveBack(LeaseSubject subject) {
                whole.giveBack(subject);
            }

            @Override
            public List<Tender> ended(List<Tender> tenders) {
                return List.of();
            }

            @Override
            public CardFound balance(UUID cardId) {
                return whole.balance(cardId);
            }

            @Override
            public GiftCardNumber card(UUID serial) {
                return whole.card(serial);
            }
        };
    }
}
