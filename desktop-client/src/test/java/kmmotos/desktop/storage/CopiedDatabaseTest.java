package kmmotos.desktop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedDatabaseTest {
    private static final String KEY = "0123456789abcdef";

    @TempDir Path folder;

    @Test
    void aCopyHoldsWhatTheDatabaseHeldThenAndNothingAfter() {
        try (var database = TillDatabase.open(folder.resolve("a/till"), KEY, List.of())) {
            database.write(session ->
                    Sql.run(session, "insert into brand (code, name) values ('K', 'Kite')"));
            database.copyTo(folder.resolve("b/till"));
            database.write(session -> Sql.run(session, "delete from brand"));
        }
        try (var copy = TillDatabase.open(folder.resolve("b/till"), KEY, List.of())) {
            List<String> names =
                    copy.read(session ->
                            Sql.list(session, String.class, 10, "select name from brand"));
            assertThat(names).containsExactly("Kite");
        }
    }
}
