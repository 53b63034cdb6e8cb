package kmmotos.desktop.headoffice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.AfterSaleView.Back;
import kmmotos.desktop.headoffice.AfterSaleView.Lost;

/// The newest returns, and what was asked for in vain most often.
public final class AfterSaleModel {
    private final OfficeWork work;
    private final ObservableList<Back> returns = FXCollections.observableArrayList();
    private final ObservableList<Back> returnsShown =
            FXCollections.unmodifiableObservableList(returns);
    private final ObservableList<Lost> lost = FXCollections.observableArrayList();
    private final ObservableList<Lost> lostShown = FXCollections.unmodifiableObservableList(lost);

    AfterSaleModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::afterSale, this::show, work.failed());
    }

    void clear() {
        returns.clear();
        lost.clear();
    }

    public ObservableList<Back> returns() {
        return returnsShown;
    }

    public ObservableList<Lost> lost() {
        return lostShown;
    }

    private void show(AfterSaleView all) {
        returns.setAll(all.returns());
        lost.setAll(all.lost());
        work.fresh().run();
    }
}
