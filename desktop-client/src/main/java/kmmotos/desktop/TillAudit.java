package kmmotos.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.audit.AuditBook;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.AuditLine;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;

/// The audit log of one till: its journal as far as it is kept, each fact hashed anew while it is
/// read. What was freed meanwhile is at head office.
public final class TillAudit implements AuditBook {
    private static final int FACTS_AT_A_TIME = 500;
    private static final int BYTES_AT_A_TIME = 1 << 20;
    private static final Set<String> TYPES = AuditLine.types();

    private final Till till;

    public TillAudit(Till till) {
        this.till = till;
    }

    @Override
    public Found read(Wanted wanted) {
        return new Reading(wanted).all();
    }

    private String name() {
        var own = till.identity().till();
        return own.storeId().value() + "-" + own.number();
    }

    private final class Reading {
        private final Wanted wanted;
        private final Map<UUID, String> names = new HashMap<>();
        private final Deque<Entry> newestFirst = new ArrayDeque<>();
        private boolean isCut;
        private Optional<JournalRecord> first = Optional.empty();
        private Optional<JournalRecord> last = Optional.empty();
        private Optional<Proof> broken = Optional.empty();

        Reading(Wanted wanted) {
            this.wanted = wanted;
        }

        Found all() {
            long next = till.journal().firstSeq();
            byte[] hash = start(next - 1);
            List<JournalRecord> facts = facts(next);
            while (!facts.isEmpty()) {
                if (facts.getFirst().seq() != next) { // the oldest were freed meanwhile
                    hash = start(facts.getFirst().seq() - 1);
                }
                for (JournalRecord fact : facts) {
                    hash = proved(fact, hash);
                    take(fact);
                }
                next = facts.getLast().seq() + 1;
                facts = facts(next);
            }
            return new Found(List.copyOf(newestFirst), isCut, proof());
        }

        private List<JournalRecord> facts(long from) {
            return from > till.journal().endSeq()
                    ? List.of()
                    : till.journal().read(from, FACTS_AT_A_TIME, BYTES_AT_A_TIME);
        }

        private byte[] start(long seq) {
            return HexFormat.of().parseHex(till.journal().hashAt(seq).orElse(HashChain.START));
        }

        /// The hash after the fact as it was written; that it differs is told once.
        private byte[] proved(JournalRecord fact, byte[] before) {
            byte[] worked = HashChain.next(before, fact.body());
            if (!java.util.Arrays.equals(worked, fact.hash()) && broken.isEmpty()) {
                broken = Optional.of(new Proof.Broken(name(), fact.seq()));
            }
            first = first.or(() -> Optional.of(fact));
            last = Optional.of(fact);
            return fact.hash();
        }

        private void take(JournalRecord fact) {
            LocalDate day = till.store().dayAt(fact.at());
            if (!wanted.has(day)) {
                return;
            }
            JournalEntry entry = entry(fact);
            if (TYPES.contains(entry.type())) {
                AuditLine.of(entry).forEach(this::take);
            }
        }

        private void take(AuditLine line) {
            Entry entry =
                    new Entry(
                            line.at(),
                            name(),
                            line.kind(),
                            line.staffId().map(this::person).orElse(""),
                            line.approvedBy().map(this::person).orElse(""),
                            line.amount(),
                            line.about());
            if (wanted.kind().filter(kind -> kind != line.kind()).isEmpty()
                    && wanted.names(entry.by(), entry.approvedBy())) {
                newestFirst.addFirst(entry);
                if (newestFirst.size() > MAX_ENTRIES) {
                    newestFirst.removeLast();
                    isCut = true;
                }
            }
        }

        private String person(UUID staffId) {
            return names.computeIfAbsent(
                    staffId,
                    id ->
                            till.database()
                                    .read(session -> till.stores().staff().find(session, id))
                                    .map(StaffMember::name)
                                    .orElseGet(() -> id.toString().substring(0, 8)));
        }

        private Proof proof() {
            return broken.orElseGet(() ->
                    first.<Proof>map(
                                    begin -> {
                                        JournalRecord end = last.orElse(begin);
                                        Instant until = end.at();
                                        return new Proof.Unbroken(
                                                end.seq() - begin.seq() + 1, begin.at(), until);
                                    })
                            .orElseGet(Proof.Nothing::new));
        }
    }

    private static JournalEntry entry(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("fact %d is no JSON".formatted(fact.seq()), e);
        }
    }
}
