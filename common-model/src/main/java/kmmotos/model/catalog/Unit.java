package kmmotos.model.catalog;

/// The unit a variant is counted and priced in, with its UN/ECE Recommendation 20 code.
public enum Unit {
    PIECE("H87", false),
    PAIR("PR", false),
    SET("SET", false),
    METRE("MTR", true),
    LITRE("LTR", true),
    KILOGRAM("KGM", true);

    private final String code;
    private final boolean divisible;

    Unit(String code, boolean divisible) {
        this.code = code;
        this.divisible = divisible;
    }

    public String code() {
        return code;
    }

    /// Whether less than one may be sold: half a metre of cable, but not half a mirror.
    public boolean isDivisible() {
        return divisible;
    }
}
