package kmmotos.desktop.headoffice;

import java.util.List;
import kmmotos.model.stores.Till;

/// Whether everything that a register printed is on the server.
///
/// @param pending entries that are still to come
/// @param waiting facts that wait for a person
public record RegisterView(
        Till till,
        long pending,
        long waiting,
        List<Series> receipts,
        ZProofs zReports,
        boolean complete) {

    public RegisterView {
        receipts = List.copyOf(receipts);
    }

    public record Series(int series, long first, long last, long count, List<Range> missing) {

        public Series {
            missing = List.copyOf(missing);
        }
    }

    public record Range(long from, long to) {

        /// `7` or `3–5`.
        @Override
        public String toString() {
            return from == to ? Long.toString(from) : from + "–" + to;
        }
    }

    /// @param differs numbers of reports that their sales do not add up to
    /// @param open shifts whose report is not there yet
    public record ZProofs(long proved, List<Long> differs, long open, List<Range> missing) {

        public ZProofs {
            differs = List.copyOf(differs);
            missing = List.copyOf(missing);
        }
    }
}
