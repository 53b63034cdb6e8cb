package kmmotos.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedFileTest {
    private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "Maria Silva, Rua das Flores 12";

    @TempDir private Path temp;

    /// Opens a file in a way.
    private interface Opening {
        FileChannel open(FileChannel base);
    }

    private static final Opening OURS = base -> new EncryptedFile(base, KEY.clone());
    private static final Opening H2S = base -> new FileEncrypt("file", KEY.clone(), base);

    private FileChannel open(Opening how, String name) throws IOException {
        return how.open(
                FileChannel.open(
                        temp.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsWrittenAnywhereIsReadAnywhere(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[0];
        for (int round = 0; round < 6; round++) {
            try (FileChannel file = open(OURS, "file")) {
                for (int i = 0; i < 20; i++) {
                    content = written(file, content, 1, random);
                    readSomewhere(file, content, random);
                }
            }
        }
    }

    /// H2 writes whole blocks only.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void blocksAreReadByWhatH2HasForItAndItsByThis(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[0];
        for (int round = 0; round < 8; round++) {
            try (FileChannel file = open(round % 2 == 0 ? OURS : H2S, "file")) {
                for (int i = 0; i < 10; i++) {
                    content = written(file, content, 4_096, random);
                    readSomewhere(file, content, random);
                }
            }
        }
    }

    private static byte[] written(FileChannel file, byte[] content, int unit, Random random)
            throws IOException {
        byte[] bytes = new byte[(1 + random.nextInt(20_000 / unit)) * unit];
        random.nextBytes(bytes);
        int at = random.nextInt(content.length / unit + 1) * unit;
        byte[] longer = Arrays.copyOf(content, Math.max(content.length, at + bytes.length));
        System.arraycopy(bytes, 0, longer, at, bytes.length);
        file.write(ByteBuffer.wrap(bytes), at);
        assertThat(file.size()).isEqualTo(longer.length);
        return longer;
    }

    private static void readSomewhere(FileChannel file, byte[] content, Random random)
            throws IOException {
        int from = random.nextInt(content.length);
        int length = 1 + random.nextInt(content.length - from);
        assertThat(Arrays.equals(read(file, from, length), 0, length, content, from, from + length))
                .isTrue();
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining() && file.read(into, from + into.position()) > 0) {}
        return into.array();
    }

    @Test
    void nothingIsReadBeyondTheEndNorAfterWhatWasCutOff() throws IOException {
        try (FileChannel file = open(OURS, "file")) {
            file.write(ByteBuffer.wrap(new byte[3 * 4_096]), 0);
            file.truncate(4_096 + 10);

            assertThat(file.size()).isEqualTo(4_096 + 10);
            assertThat(file.read(ByteBuffer.allocate(100), 4_096)).isEqualTo(10);
            assertThat(file.read(ByteBuffer.allocate(100), 4_096 + 10)).isEqualTo(-1);
        }
    }

    /// Tills had `CIPHER=AES` before.
    @Test
    void aDatabaseThatH2EncryptedItselfGoesOnAndBack() throws SQLException, IOException {
        Path file = temp.resolve("till");
        String before = "jdbc:h2:file:" + file + ";CIPHER=AES";
        try (Connection h2 = DriverManager.getConnection(before, "till", "k1 k1")) {
            h2.createStatement().execute("create table person (name varchar(100))");
            h2.createStatement().execute("insert into person values ('" + SECRET + "')");
        }

        String now = "jdbc:h2:" + EncryptedPath.of(file, "k1");
        try (Connection ours = DriverManager.getConnection(now, "till", "k1")) {
            assertThat(names(ours)).isEqualTo(1);
            ours.createStatement().execute("insert into person values ('Ana')");
            ours.createStatement().execute("SHUTDOWN COMPACT");
        }

        try (Connection h2 = DriverManager.getConnection(before, "till", "k1 k1")) {
            assertThat(names(h2)).isEqualTo(2);
        }
        assertThat(
                        new String(
                                Files.readAllBytes(temp.resolve("till.mv.db")),
                                StandardCharsets.ISO_8859_1))
                .startsWith("H2encrypt")
                .doesNotContain("Maria");
    }

    private static int names(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from person")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @Test
    void anotherKeyOpensNothing() throws SQLException {
        Path file = temp.resolve("till");
        DriverManager.getConnection("jdbc:h2:" + EncryptedPath.of(file, "k1"), "till", "k1")
                .close();

        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                "jdbc:h2:" + EncryptedPath.of(file, "k2"), "till", "k1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keysAreInNoName() {
        assertThat(EncryptedPath.of(temp.resolve("till"), "topsecret")).doesNotContain("topsecret");
    }
}
