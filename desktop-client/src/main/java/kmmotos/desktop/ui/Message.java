package kmmotos.desktop.ui;

/// One plain sentence to the clerk, with what to do when something is wrong.
public record Message(Kind kind, String text) {
    /// What a message is about; each has its own icon and words, so that colour alone never carries
    /// the meaning.
    public enum Kind {
        DONE,
        NOTE,
        WARNING,

        /// The shop says no to what was just typed or scanned; soon it is of no interest.
        REFUSAL,

        /// Something is broken and stays so until somebody sees to it.
        PROBLEM
    }
}
