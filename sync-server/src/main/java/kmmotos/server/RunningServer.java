package kmmotos.server;

import io.helidon.webserver.WebServer;
import java.util.ArrayDeque;
import java.util.Deque;
import kmmotos.server.search.index.SearchIndex;
import kmmotos.server.storage.Database;

/// A server that runs. Closing it lets running requests end, then stops the database.
public final class RunningServer implements AutoCloseable {

    private final WebServer web;
    private final Database database;
    private final SearchIndex search;
    private final Deque<AutoCloseable> parts;
    private boolean closed;

    RunningServer(
            WebServer web, Database database, SearchIndex search, Deque<AutoCloseable> parts) {
        this.web = web;
        this.database = database;
        this.search = search;
        this.parts = new ArrayDeque<>(parts);
    }

    public int port() {
        return web.port();
    }

    /// The server's database, for those who check what it holds.
    public Database database() {
        return database;
    }

    /// The index of this server's search, for those who wait until it holds what they changed.
    public SearchIndex search() {
        return search;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ServerApp.closeAll(parts);
        }
    }
}
