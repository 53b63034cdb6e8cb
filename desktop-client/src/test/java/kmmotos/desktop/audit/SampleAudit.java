package kmmotos.desktop.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.money.Money;
import kmmotos.model.stores.SampleStores;

/// A log with some lines of one day; remembers what it was asked for.
public final class SampleAudit implements AuditBook {
    private final List<Wanted> asked = new ArrayList<>();
    private Proof proof =
            new Proof.Unbroken(
                    1_204, SampleSlips.NOON.minus(Duration.ofDays(40)), SampleSlips.NOON);

    public static AuditModel model(Workplace workplace, SampleAudit book, SaveFile files) {
        return new AuditModel(
                workplace,
                book,
                files,
                Clock.fixed(SampleSlips.NOON, ZoneOffset.UTC),
                failure -> workplace.messages().problem(String.valueOf(failure.getMessage())));
    }

    @Override
    public Found read(Wanted wanted) {
        asked.add(wanted);
        return new Found(
                all().stream()
                        .filter(entry ->
                                wanted.kind().filter(kind -> kind != entry.kind()).isEmpty())
                        .filter(entry -> wanted.names(entry.by(), entry.approvedBy()))
                        .toList(),
                false,
                proof);
    }

    public void breakAt(long seq) {
        proof = new Proof.Broken("S1-2", seq);
    }

    public List<Wanted> asked() {
        return List.copyOf(asked);
    }

    private static List<Entry> all() {
        return List.of(
                entry(1, AuditKind.LOCKED, "Ana Souza", "", "", ""),
                entry(3, AuditKind.DISCOUNT_GIVEN, "Ana Souza", "", "-49.00", "S1-2-1-000123"),
                entry(4, AuditKind.APPROVED, "Ana Souza", "Bruno Lima", "", "20 % off the sale"),
                entry(9, AuditKind.DRAWER_OPENED, "Bruno Lima", "", "", "=1+1 for the baker"),
                entry(15, AuditKind.LINE_VOIDED, "Ana Souza", "", "89.90", "1 × OIL-10W40"),
                entry(31, AuditKind.SIGNED_IN, "Ana Souza", "", "", ""),
                entry(32, AuditKind.WRONG_PIN, "Ana Souza", "", "", ""));
    }

    private static Entry entry(
            int minutesAgo,
            AuditKind kind,
            String by,
            String approvedBy,
            String amount,
            String about) {
        return new Entry(
                SampleSlips.NOON.minus(Duration.ofMinutes(minutesAgo)),
                "S1-2",
                kind,
                by,
                approvedBy,
                amount.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Money.parse(amount, SampleStores.BRL)),
                about);
    }
}
