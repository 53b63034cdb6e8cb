package kmmotos.model.catalog;

/// A maker's brand, by a short code that never changes and the name people know.
public record Brand(String code, String name) {}
