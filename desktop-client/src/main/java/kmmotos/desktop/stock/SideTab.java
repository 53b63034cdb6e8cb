package kmmotos.desktop.stock;

/// A side of the stock screen that another feature brings.
///
/// @param text the key of its name
/// @param key that leads to it, such as `F10`
public record SideTab(String text, String key, String id, StockSide pane) {}
