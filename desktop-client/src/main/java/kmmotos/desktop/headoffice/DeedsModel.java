package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;

/// What staff changed through the server, the newest first, and whether all of it is as it was
/// written.
public final class DeedsModel {
    private final OfficeWork work;
    private final WorkList<DeedView> deeds = new WorkList<>();
    private final ReadOnlyStringWrapper proof = new ReadOnlyStringWrapper("");

    DeedsModel(OfficeWork work) {
        this.work = work;
    }

    /// @param broken the first deed that is not as it was written
    record Proof(long deeds, Optional<Long> broken) {}

    private record Log(List<DeedView> newest, Proof proof) {}

    public void refresh() {
        work.actions().run(this::read, this::show, work.failed());
    }

    private Log read() {
        Page<DeedView> page =
                work.client()
                        .get(
                                work.client().page("audit/deeds", Optional.empty()),
                                new TypeReference<>() {});
        Proof proved =
                work.client().get(work.client().at("audit/deeds/proof"), new TypeReference<>() {});
        return new Log(page.items(), proved);
    }

    private void show(Log log) {
        deeds.show(log.newest());
        var texts = work.workplace().texts();
        proof.set(
                log.proof()
                        .broken()
                        .map(n -> texts.get("headoffice.deeds.broken", n))
                        .orElseGet(() -> texts.get("headoffice.deeds.whole", log.proof().deeds())));
        work.fresh().run();
    }

    void clear() {
        deeds.clear();
        proof.set("");
    }

    public void choose(Optional<DeedView> one) {
        deeds.choose(one);
    }

    public ObservableList<DeedView> deeds() {
        return deeds.items();
    }

    public ReadOnlyObjectProperty<Optional<DeedView>> chosenProperty() {
        return deeds.chosenProperty();
    }

    /// How many there are, and whether one was tampered with.
    public ReadOnlyStringProperty proofProperty() {
        return proof.getReadOnlyProperty();
    }
}
