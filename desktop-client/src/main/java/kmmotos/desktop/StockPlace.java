package kmmotos.desktop;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kmmotos.desktop.bins.BinModel;
import kmmotos.desktop.bins.BinPane;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.history.HistoryModel;
import kmmotos.desktop.history.HistoryPane;
import kmmotos.desktop.labels.LabelPrinter;
import kmmotos.desktop.labels.LabelsModel;
import kmmotos.desktop.labels.LabelsPane;
import kmmotos.desktop.labels.SimulatedLabelPrinter;
import kmmotos.desktop.labels.ZplPrinter;
import kmmotos.desktop.purchasing.GoodsInModel;
import kmmotos.desktop.purchasing.GoodsInPane;
import kmmotos.desktop.purchasing.ReorderModel;
import kmmotos.desktop.purchasing.ReorderPane;
import kmmotos.desktop.purchasing.ReturnModel;
import kmmotos.desktop.purchasing.ReturnPane;
import kmmotos.desktop.stock.CycleModel;
import kmmotos.desktop.stock.CyclePane;
import kmmotos.desktop.stock.ItemAction;
import kmmotos.desktop.stock.SideTab;
import kmmotos.desktop.stock.StockModels;
import kmmotos.desktop.stock.StockScreen;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;

/// The stock screen of a till, with what other features bring to it.
final class StockPlace {

    private StockPlace() {}

    /// @param labelPrinter where the label printer is now
    static StockScreen screen(
            TillDesk desk,
            Workplace workplace,
            Supplier<DeviceAddress> labelPrinter,
            SaveFile files) {
        var till = desk.till();
        var stock = new TillStock(till, desk.texts().locale());
        var labels =
                new LabelsModel(
                        workplace,
                        new LabelsModel.Tools(
                                stock,
                                new TillLabels(till, stock),
                                () -> labelPrinter(labelPrinter.get()),
                                files));
        var awaited = new AwaitedGoods(workplace, new TillCounterOrders(till), labels::tookIn);
        var models =
                StockModels.of(
                        workplace,
                        stock,
                        new TillTransfers(till, stock),
                        new TillShortages(till, stock),
                        desk.stockApprovals(),
                        awaited::tookIn);
        var goodsIn =
                new GoodsInModel(
                        workplace,
                        stock,
                        new TillPurchases(till, stock),
                        desk.stockApprovals(),
                        awaited::tookIn);
        var bins = new BinModel(workplace, stock, new TillBins(till, stock), desk.printer()::print);
        var history = new HistoryModel(workplace, stock, files);
        return new StockScreen(
                workplace,
                models,
                List.of(
                        new SideTab(
                                "purchasing.side_goods_in",
                                "F10",
                                "side-goods-in",
                                new GoodsInPane(workplace, goodsIn)),
                        new SideTab(
                                "purchasing.side_reorder",
                                "Ctrl+R",
                                "side-reorder",
                                new ReorderPane(
                                        workplace,
                                        new ReorderModel(
                                                workplace, stock, new TillReorder(till, stock)))),
                        new SideTab(
                                "purchasing.side_return",
                                "Ctrl+B",
                                "side-return",
                                new ReturnPane(
                                        workplace,
                                        new ReturnModel(
                                                workplace,
                                                stock,
                                                new TillSupplierReturns(till),
                                                desk.printer()::print))),
                        new SideTab(
                                "bins.side", "Ctrl+E", "side-bins", new BinPane(workplace, bins)),
                        new SideTab(
                                "stock.side_cycle",
                                "Ctrl+D",
                                "side-cycle",
                                new CyclePane(
                                        workplace,
                                        new CycleModel(
                                                workplace,
                                                stock,
                                                new TillCycle(till, stock),
                                                desk.stockApprovals()))),
                        new SideTab(
                                "labels.side",
                                "F11",
                                "side-labels",
                                new LabelsPane(workplace, labels)),
                        new SideTab(
                                "history.side",
                                "Ctrl+H",
                                "side-history",
                                new HistoryPane(workplace, history))),
                List.of(
                        new ItemAction("stock.add_to_labels", "add-to-labels", labels::set),
                        ItemAction.leadingTo(
                                "bins.put_here",
                                "put-into-bin",
                                (item, _) -> bins.put(item),
                                "side-bins"),
                        ItemAction.leadingTo(
                                "history.open",
                                "open-history",
                                (item, _) -> history.show(item),
                                "side-history")));
    }

    static Optional<LabelPrinter> labelPrinter(DeviceAddress address) {
        return address instanceof DeviceAddress.Simulated
                ? Optional.of(new SimulatedLabelPrinter())
                : address.wire().map(ZplPrinter::new);
    }
}
