package kmmotos.simulation.stores;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.server.leases.KeptLease;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.Account;

/// Reads what a server's database holds of accounts and leases.
record StoredLeases(Connection connection, ServerState state) {

    void read() {
        StoredServer.each(
                connection,
                "select * from lease_account",
                row -> {
                    LeaseSubject subject = subject(row);
                    String key = ServerState.key(subject);
                    state.accounts.put(
                            key,
                            new Account(
                                    subject,
                                    row.getLong("balance_minor"),
                                    row.getLong("limit_minor"),
                                    Optional.ofNullable(row.getString("home_store"))
                                            .map(StoreId::new)));
                    state.held.put(key, row.getLong("held_minor"));
                });
        StoredServer.each(
                connection,
                "select code, held from coupon",
                row ->
                        state.held.put(
                                ServerState.key(LeaseSubject.coupon(row.getString("code"))),
                                row.getLong("held")));
        StoredServer.each(
                connection,
                "select * from lease",
                row -> state.leases.put(StoredServer.uuid(row, "lease_id"), lease(row)));
    }

    private static KeptLease lease(ResultSet row) throws SQLException {
        return new KeptLease(
                new Lease(
                        StoredServer.uuid(row, "lease_id"),
                        subject(row),
                        row.getLong("granted"),
                        row.getLong("used"),
                        StoredServer.instant(row, "granted_at"),
                        StoredServer.instant(row, "expires_at")),
                new DeviceId(StoredServer.uuid(row, "device_id")),
                row.getBoolean("standing"),
                row.getString("state").equals("OPEN"),
                Optional.ofNullable(StoredServer.uuid(row, "overuse_event")));
    }

    private static LeaseSubject subject(ResultSet row) throws SQLException {
        LeaseKind kind = LeaseKind.valueOf(row.getString("kind"));
        return new LeaseSubject(
                kind,
                row.getString("subject"),
                kind == LeaseKind.COUPON ? Optional.empty() : Optional.of(Goods.CURRENCY));
    }
}
