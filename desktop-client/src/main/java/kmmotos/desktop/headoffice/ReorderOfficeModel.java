package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.StoreId;

/// What shops propose to get, until head office has ordered it, asked another shop for it, or
/// dismissed it.
public final class ReorderOfficeModel {
    private final OfficeWork work;
    private final WorkList<ReorderView> proposals = new WorkList<>();

    ReorderOfficeModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client().reorder()::proposals, this::show, work.failed());
    }

    void clear() {
        proposals.clear();
    }

    public void choose(Optional<ReorderView> one) {
        proposals.choose(one);
    }

    /// Asks another shop for the goods.
    ///
    /// @param typedStore its code
    public void transfer(ReorderView view, String typedStore) {
        Optional<StoreId> from = store(typedStore);
        if (from.isEmpty() || from.get().equals(view.proposal().store())) {
            work.problem("headoffice.reorder.no_shop");
            return;
        }
        List<Transfer.Line> lines =
                view.proposal().lines().stream()
                        .map(line -> new Transfer.Line(line.sku(), line.quantity()))
                        .toList();
        decide(
                () ->
                        work.client()
                                .reorder()
                                .transfer(view.proposal().proposalId(), from.get(), lines),
                "headoffice.reorder.asked");
    }

    /// It is not wanted.
    public void dismiss(ReorderView view) {
        decide(
                () -> work.client().reorder().done(view.proposal().proposalId()),
                "headoffice.reorder.dismissed");
    }

    private void decide(Runnable call, String done) {
        work.actions()
                .run(
                        () -> {
                            call.run();
                            return work.client().reorder().proposals();
                        },
                        all -> {
                            show(all);
                            work.done(done);
                        },
                        work.failed());
    }

    private static Optional<StoreId> store(String typed) {
        try {
            return Optional.of(new StoreId(typed.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void show(List<ReorderView> all) {
        proposals.show(all);
        work.fresh().run();
    }

    public ObservableList<ReorderView> proposals() {
        return proposals.items();
    }

    public ReadOnlyObjectProperty<Optional<ReorderView>> chosenProperty() {
        return proposals.chosenProperty();
    }
}
