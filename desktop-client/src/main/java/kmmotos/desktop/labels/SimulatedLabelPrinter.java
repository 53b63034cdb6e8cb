package kmmotos.desktop.labels;

import java.util.ArrayList;
import java.util.List;

/// A label printer in memory.
public final class SimulatedLabelPrinter implements LabelPrinter {

    private final List<Job> printed = new ArrayList<>();

    @Override
    public synchronized void print(List<Job> jobs) {
        printed.addAll(jobs);
    }

    public synchronized List<Job> printed() {
        return List.copyOf(printed);
    }
}
