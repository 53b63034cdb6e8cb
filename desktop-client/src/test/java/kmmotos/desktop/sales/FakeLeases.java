package kmmotos.desktop.sales;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.desktop.leases.CardFound;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;

/// Leases without a server: what there is of each subject, and what this till holds.
public final class FakeLeases implements LeaseBook {
    public final Map<String, Long> free = new HashMap<>();
    public final Map<UUID, Long> held = new HashMap<>();
    public final List<UUID> released = new ArrayList<>();
    public final List<String> givenBack = new ArrayList<>();
    public boolean isOnline = true;
    private final Map<String, UUID> bySubject = new HashMap<>();
    private long leases;

    public static GiftCardNumber number(String secret) {
        return GiftCardNumber.of((secret + "          ").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public LeaseFound find(LeaseSubject subject, long wanted) {
        if (bySubject.containsKey(subject.id())) {
            return new LeaseFound.Held(bySubject.getOrDefault(subject.id(), new UUID(0, 0)), 1);
        }
        if (!isOnline) {
            return new LeaseFound.Offline();
        }
        if (!free.containsKey(subject.id())) {
            return new LeaseFound.Unknown();
        }
        long granted = Math.min(free.get(subject.id()), wanted);
        if (granted == 0) {
            return new LeaseFound.NothingLeft(0);
        }
        UUID leaseId = new UUID(7, ++leases);
        free.merge(subject.id(), -granted, Long::sum);
        held.put(leaseId, granted);
        if (subject.kind() == LeaseKind.COUPON) {
            bySubject.put(subject.id(), leaseId);
        }
        return new LeaseFound.Held(leaseId, granted);
    }

    @Override
    public void release(UUID leaseId) {
        released.add(leaseId);
        held.remove(leaseId);
    }

    @Override
    public void giveBack(LeaseSubject subject) {
        givenBack.add(subject.id());
    }

    @Override
    public List<Tender> ended(List<Tender> tenders) {
        return tenders.stream()
                .filter(tender ->
                        LeaseStore.leaseOf(tender)
                                .filter(lease ->
                                        held.getOrDefault(lease, 0L) < tender.amount().minor())
                                .isPresent())
                .toList();
    }

    @Override
    public CardFound balance(UUID cardId) {
        if (!isOnline) {
            return new CardFound.Offline();
        }
        Long on = free.get(cardId.toString());
        return on == null
                ? new CardFound.Unknown()
                : new CardFound.OnCard(
                        new CardBalance(
                                Money.ofMinor(on, SampleStores.BRL), Money.zero(SampleStores.BRL)));
    }

    @Override
    public GiftCardNumber card(UUID serial) {
        return number(serial.toString().replace("-", ""));
    }
}
