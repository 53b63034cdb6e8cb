package kmmotos.server.storage;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/// An array of UUIDs as PostgreSQL reads it fastest. The driver itself would send their texts.
final class UuidArray {

    private static final int HEADER_BYTES = 20;
    private static final int UUID_BYTES = 16;
    private static final int NULL = -1;

    private UuidArray() {}

    /// @param uuids UUIDs and nulls
    static Array of(Connection connection, List<? extends @Nullable Object> uuids)
            throws SQLException {
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes(uuids));
    }

    /// One dimension that counts from 1, whether there are nulls, and each element behind its
    /// length.
    private static byte[] bytes(List<? extends @Nullable Object> uuids) {
        ByteBuffer out =
                ByteBuffer.allocate(HEADER_BYTES + uuids.size() * (Integer.BYTES + UUID_BYTES));
        out.putInt(1).putInt(uuids.stream().anyMatch(Objects::isNull) ? 1 : 0).putInt(Oid.UUID);
        out.putInt(uuids.size()).putInt(1);
        for (Object uuid : uuids) {
            if (uuid == null) {
                out.putInt(NULL);
            } else {
                UUID value = (UUID) uuid;
                out.putInt(UUID_BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits());
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
