package kmmotos.server.backup;

/// What proves that the facts would outlive the database's machine.
public enum Proof {
    /// Nothing does: no till frees anything.
    NONE,
    /// A base backup that was verified, and every piece of the write-ahead log since, in an
    /// archive.
    ARCHIVE,
    /// A synchronous standby has it on its disk.
    STANDBY
}
