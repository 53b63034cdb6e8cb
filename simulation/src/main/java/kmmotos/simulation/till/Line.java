package kmmotos.simulation.till;

import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.SyncServer;

/// A till's line to the server: all that it asks there.
public interface Line extends SyncServer, LeaseServer {}
