package kmmotos.desktop.sync;

/// The till's way to its server.
///
/// @param address shown to people
/// @param clock learns the server's time from its answers
public record ServerLink(
        String address,
        SyncServer server,
        ServerClock clock,
        BatchSigner signer,
        Program program) {}
