package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;

/// What shops gave back to suppliers, and which of it was credited.
public final class SupplierReturnsModel {
    private final OfficeWork work;
    private final WorkList<SupplierReturnView> returns = new WorkList<>();

    SupplierReturnsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(this::read, this::show, work.failed());
    }

    private List<SupplierReturnView> read() {
        Page<SupplierReturnView> page =
                work.client()
                        .get(
                                work.client().page("supplier-returns", Optional.empty()),
                                new TypeReference<>() {});
        return page.items();
    }

    void clear() {
        returns.clear();
    }

    public void choose(Optional<SupplierReturnView> one) {
        returns.choose(one);
    }

    /// The supplier has credited it.
    ///
    /// @param note the credit note's number
    public void credit(SupplierReturnView one, String note) {
        if (note.isBlank()) {
            work.problem("headoffice.supplier_returns.no_note");
            return;
        }
        work.actions()
                .run(
                        () -> {
                            work.client()
                                    .post(
                                            "supplier-returns/"
                                                    + one.goods().returnId()
                                                    + "/credit",
                                            Map.of("note", note.strip()));
                            return read();
                        },
                        all -> {
                            returns.choose(Optional.empty());
                            show(all);
                            work.done("headoffice.supplier_returns.was_credited");
                        },
                        work.failed());
    }

    private void show(List<SupplierReturnView> all) {
        returns.show(all);
        work.fresh().run();
    }

    public ObservableList<SupplierReturnView> returns() {
        return returns.items();
    }

    public ReadOnlyObjectProperty<Optional<SupplierReturnView>> chosenProperty() {
        return returns.chosenProperty();
    }
}
