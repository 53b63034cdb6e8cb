package kmmotos.installers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final List<SamplePart> PARTS = SampleParts.make();

    @Test
    void aboutTwentyThousandParts() {
        assertThat(PARTS.size()).isBetween(19_000, 21_000);
    }

    @Test
    void everyNumberIsUnique() {
        assertThat(distinct(SamplePart::sku)).hasSameSizeAs(PARTS);
        assertThat(distinct(SamplePart::gtin)).hasSameSizeAs(PARTS);
        assertThat(distinct(SamplePart::partNumber)).hasSameSizeAs(PARTS);
    }

    @Test
    void checkDigitsFollowTheStandard() {
        assertThat(SampleNumbers.checkDigit("629104150021")).isEqualTo(3);
        assertThat(SampleNumbers.checkDigit("400638133393")).isEqualTo(1);
        assertThat(PARTS).allSatisfy(part -> assertThat(part.gtin()).startsWith("29").hasSize(13));
    }

    @Test
    void someSkusAreAsMessyAsInRealShops() {
        assertThat(distinct(SamplePart::sku))
                .anyMatch(sku -> sku.matches("\\d\\d_\\d{5} / 7\\d{5}/\\d\\d"))
                .allMatch(sku -> sku.length() <= 64);
    }

    @Test
    void theTwoRunsOfTheGeneratorAreEqual() {
        assertThat(SampleParts.make()).isEqualTo(PARTS);
    }

    @Test
    void everyPartBelongsToAKnownCategory() {
        Set<String> known =
                SampleRows.read("categories.csv", SampleFiles.CategoryRow.class).stream()
                        .map(SampleFiles.CategoryRow::category)
                        .collect(Collectors.toSet());
        assertThat(known).containsAll(distinct(part -> part.family().category()));
    }

    @Test
    void anOldPartNamesTheOneThatTakesItsPlace() {
        Set<String> skus = distinct(SamplePart::sku);
        List<String> newer =
                PARTS.stream()
                        .map(SamplePart::supersededBy)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        assertThat(newer).hasSizeGreaterThan(100);
        assertThat(skus).containsAll(newer);
    }

    @Test
    void everyFileSaysThatItIsSampleMaterial(@TempDir Path folder) throws IOException {
        SampleFiles files = SampleFiles.writeTo(folder);
        for (Path file :
                List.of(files.categories(), files.products(), files.prices(), files.stock())) {
            assertThat(Files.readAllLines(file).getFirst()).startsWith("# Sample data");
        }
    }

    @Test
    void theSameFilesComeOutEachTime(@TempDir Path one, @TempDir Path two) throws IOException {
        SampleFiles first = SampleFiles.writeTo(one);
        SampleFiles second = SampleFiles.writeTo(two);
        assertThat(Files.mismatch(first.products(), second.products())).isEqualTo(-1);
        assertThat(Files.mismatch(first.prices(), second.prices())).isEqualTo(-1);
        assertThat(Files.mismatch(first.stock(), second.stock())).isEqualTo(-1);
    }

    private static Set<String> distinct(Function<SamplePart, String> property) {
        return PARTS.stream().map(property).collect(Collectors.toCollection(HashSet::new));
    }
}
