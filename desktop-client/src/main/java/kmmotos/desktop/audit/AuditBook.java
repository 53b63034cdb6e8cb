package kmmotos.desktop.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.money.Money;

/// Where the audit log is read from: this till's journal, or head office. Called away from the
/// window's thread.
public interface AuditBook {

    /// More than anybody reads at once.
    int MAX_ENTRIES = 1_000;

    /// What is looked for.
    ///
    /// @param until the last day
    /// @param kind empty for all
    /// @param person a part of the name of who did or allowed it; empty for everybody
    record Wanted(LocalDate from, LocalDate until, Optional<AuditKind> kind, String person) {

        public boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        /// Whether one of these names is looked for.
        public boolean names(String by, String approvedBy) {
            String part = person.strip().toLowerCase(java.util.Locale.ROOT);
            return by.toLowerCase(java.util.Locale.ROOT).contains(part)
                    || approvedBy.toLowerCase(java.util.Locale.ROOT).contains(part);
        }
    }

    /// A line of the log as it is shown.
    ///
    /// @param till the store and the number of the till
    /// @param by a name; empty if nobody is named
    /// @param approvedBy a name; empty if nobody was asked
    record Entry(
            Instant at,
            String till,
            AuditKind kind,
            String by,
            String approvedBy,
            Optional<Money> amount,
            String about) {}

    /// What the chain of hashes over the facts says.
    sealed interface Proof {

        /// @param facts how many were worked out anew
        record Unbroken(long facts, Instant from, Instant until) implements Proof {}

        /// From here on it is not what was written.
        ///
        /// @param till the store and the number of the till
        record Broken(String till, long seq) implements Proof {}

        /// There is no fact.
        record Nothing() implements Proof {}
    }

    /// @param entries the newest first
    /// @param isCut whether there are more than [#MAX_ENTRIES]
    record Found(List<Entry> entries, boolean isCut, Proof proof) {
        public Found {
            entries = List.copyOf(entries);
        }
    }

    Found read(Wanted wanted);
}
