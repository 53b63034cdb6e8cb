package kmmotos.desktop.labels;

import java.util.List;

/// Prints labels, or throws [kmmotos.desktop.devices.DeviceFailed].
public interface LabelPrinter {

    /// @param count how many of it
    record Job(Label label, int count) {

        public static final int MAX_COUNT = 1_000;

        public Job {
            if (count < 1 || count > MAX_COUNT) {
                throw new IllegalArgumentException(
                        "labels are 1 to %d of a kind, were %d".formatted(MAX_COUNT, count));
            }
        }
    }

    void print(List<Job> jobs);
}
