package kmmotos.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/// A request by which somebody of the staff may change something. The transaction that does so
/// keeps it, in a chain of hashes (`staff_deed`).
public final class Deed {

    private static final ScopedValue<Deed> CURRENT = ScopedValue.newInstance();

    private final UUID staffId;
    private final String role;
    private final String method;
    private final String path;
    private final String traceId;
    private String body = "";
    private boolean kept;

    public Deed(UUID staffId, String role, String method, String path, String traceId) {
        this.staffId = staffId;
        this.role = role;
        this.method = method;
        this.path = path;
        this.traceId = traceId;
    }

    /// Does the work of the request on this thread.
    public void during(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// The request of this thread, if it is one.
    public static Optional<Deed> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// @param told what was sent, without secrets
    public void with(String told) {
        body = told;
    }

    /// Writes it down, the last thing before the transaction commits. One request is one deed.
    void keep(StatelessSession session) {
        if (!kept) {
            session.doWork(this::write);
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select km_note_deed(?, ?, ?, ?, ?, ?)")) {
            statement.setObject(1, staffId);
            statement.setString(2, role);
            statement.setString(3, method);
            statement.setString(4, path);
            statement.setString(5, body);
            statement.setString(6, traceId);
            try (var noted = statement.executeQuery()) {
                kept = noted.next() && noted.getBoolean(1);
            }
        }
    }
}
