package kmmotos.desktop.labels;

/// What stands on one label.
///
/// @param price as customers read it; empty if there is none
/// @param partNumber the maker's number, or the SKU if it has none
/// @param bin where it lies; may be empty
public record Label(String name, String price, String partNumber, String bin, Barcode barcode) {}
