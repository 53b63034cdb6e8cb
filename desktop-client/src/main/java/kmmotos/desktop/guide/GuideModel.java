package kmmotos.desktop.guide;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.ui.Background;

/// How far the first steps have come; remembered at once.
public final class GuideModel {

    /// How a step ended.
    public enum How {
        DONE,
        SKIPPED
    }

    private final GuideStore store;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<GuideStep, How>> over;

    public GuideModel(GuideStore store, Background background) {
        this.store = store;
        this.background = background;
        this.over = new ReadOnlyObjectWrapper<>(store.read());
    }

    /// Whether a new till is to be shown around.
    public boolean isWaiting() {
        return store.isBegun() && next().isPresent();
    }

    public Optional<GuideStep> next() {
        return Stream.of(GuideStep.values())
                .filter(step -> !over.get().containsKey(step))
                .findFirst();
    }

    public void end(GuideStep step, How how) {
        Map<GuideStep, How> changed = new EnumMap<>(GuideStep.class);
        changed.putAll(over.get());
        changed.put(step, how);
        over.set(changed);
        background.run(
                () -> {
                    store.write(changed);
                    return changed;
                },
                _ -> {},
                _ -> {});
    }

    /// Nobody wants to be guided.
    public void skipAll() {
        Stream.of(GuideStep.values())
                .filter(step -> !over.get().containsKey(step))
                .forEach(step -> end(step, How.SKIPPED));
    }

    public ReadOnlyObjectProperty<Map<GuideStep, How>> overProperty() {
        return over.getReadOnlyProperty();
    }
}
