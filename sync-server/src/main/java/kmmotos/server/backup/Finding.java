package kmmotos.server.backup;

/// What a look at the backup found out about a [Mark].
sealed interface Finding {

    /// Everything before the mark is in the backup.
    ///
    /// @param by which backup, in words
    record Proven(String by) implements Finding {}

    /// The backup is on its way.
    record Waiting() implements Finding {}

    /// Somebody has to do something.
    ///
    /// @param why one sentence
    record Broken(String why) implements Finding {}
}
