package kmmotos.desktop.ui;

/// One plain sentence to the clerk, with what to do when something is wrong.
public record Message(Kind kind, String text) {
    /// What a message is about; each has its own icon and words, so that colour alone never carries
    /// the meaning.
    public enum Kind {
        DONE,
        NOTE,
        WARNING,
        PROBLEM
    }
}
