package kmmotos.desktop.sync;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kmmotos.desktop.journal.Journal;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer.Quarantined;

/// What a fact of this till that waits for people did to the till's tables, and not yet to the
/// server's.
final class WaitingFacts {

    /// Why the server has stored a fact and not booked it.
    private static final Set<String> NOT_BOOKED =
            Set.of("effect_failed", "unknown_type", "malformed", "other_bytes");

    private final JournalFacts facts;

    WaitingFacts(Journal journal) {
        this.facts = new JournalFacts(journal);
    }

    /// The types of policy in which the two may differ; empty if the journal no longer has the
    /// fact, and nobody can tell.
    Optional<Set<String>> types(Quarantined fact) {
        return facts.find(fact.eventId()).map(entry -> types(fact.code(), entry));
    }

    private static Set<String> types(String code, JournalEntry entry) {
        Set<String> types = new TreeSet<>();
        if (entry.read() instanceof JournalEntry.Reading.Known(Event event)) {
            if (NOT_BOOKED.contains(code) && movesStock(event)) {
                types.add("stock_level");
            }
            if (event.orderStep().isPresent()) {
                types.add("order_changed");
            }
        }
        return types;
    }

    private static boolean movesStock(Event event) {
        return event instanceof Event.StockCounted || !event.movements().isEmpty();
    }
}
