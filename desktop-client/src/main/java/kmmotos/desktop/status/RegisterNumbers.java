package kmmotos.desktop.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether what this register printed runs without gaps, by its own books.
///
/// @param receipts one run for each series, the newest last
/// @param confirmed the newest receipt that head office has confirmed
/// @param zReports empty before the first
public record RegisterNumbers(
        List<Run> receipts, Optional<String> confirmed, Optional<Run> zReports) {

    private static final int MAX_GAPS = 20;

    public RegisterNumbers {
        receipts = List.copyOf(receipts);
    }

    /// Numbers that ought to follow each other.
    ///
    /// @param prefix what stands before each number, e.g. `S1-1-1-`; may be empty
    /// @param gaps what is missing between, at most 20 of them
    public record Run(String prefix, long first, long last, List<Gap> gaps) {
        public Run {
            gaps = List.copyOf(gaps);
        }

        /// @param numbers in their order, each once
        /// @param last the last that was given out, whether it is among them or not
        /// @throws IllegalArgumentException if there are none
        public static Run of(String prefix, List<Long> numbers, long last) {
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("a run has numbers");
            }
            List<Gap> gaps = new ArrayList<>();
            long next = numbers.getFirst();
            for (long number : numbers) {
                addGap(gaps, next, number - 1);
                next = number + 1;
            }
            addGap(gaps, next, last);
            return new Run(prefix, numbers.getFirst(), Math.max(last, next - 1), gaps);
        }

        private static void addGap(List<Gap> gaps, long from, long to) {
            if (from <= to && gaps.size() < MAX_GAPS) {
                gaps.add(new Gap(from, to));
            }
        }
    }

    /// @param from the first number that is missing
    /// @param to the last one
    public record Gap(long from, long to) {}

    public boolean isComplete() {
        return receipts.stream().allMatch(run -> run.gaps().isEmpty())
                && zReports.stream().allMatch(run -> run.gaps().isEmpty());
    }
}
