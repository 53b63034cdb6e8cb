package kmmotos.desktop.ui;

/// How large everything is written; all sizes of the stylesheet follow it.
public enum FontScale {
    PERCENT_100(100),
    PERCENT_125(125),
    PERCENT_150(150),
    PERCENT_175(175),
    PERCENT_200(200);

    private final int percent;

    FontScale(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    String styleClass() {
        return "scale-" + percent;
    }
}
