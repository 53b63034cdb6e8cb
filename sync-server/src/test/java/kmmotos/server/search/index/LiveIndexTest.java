package kmmotos.server.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which products are written again when stock moves.
class LiveIndexTest {
    private static final Product PRODUCT = SampleProducts.ALL.getFirst();
    private static final UUID ID = PRODUCT.productId();
    private static final Shelves SHELVES = new Shelves(List.of("S1", "S2"), 1.23);

    @TempDir private Path temp;

    private LiveIndex holding(Shelves shelves) throws IOException {
        LiveIndex index = LiveIndex.open(temp, PartWords.load(Optional.empty()));
        index.replace(List.of(ID), List.of(indexed(shelves)));
        index.show();
        return index;
    }

    private static IndexedProduct indexed(Shelves shelves) {
        return new IndexedProduct(PRODUCT, Instant.EPOCH, Map.of(), shelves);
    }

    @Test
    void aSaleThatLeavesSomeChangesNothing() throws IOException {
        try (LiveIndex index = holding(SHELVES)) {
            Shelves same = new Shelves(List.of("S1", "S2"), 1.234);

            assertThat(index.moved(Map.of(ID, same))).isEmpty();
        }
    }

    @Test
    void theLastPieceOfAShopAndAnotherRateChangeIt() throws IOException {
        try (LiveIndex index = holding(SHELVES)) {
            assertThat(index.moved(Map.of(ID, new Shelves(List.of("S2"), 1.23))))
                    .containsExactly(ID);
            assertThat(index.moved(Map.of(ID, new Shelves(List.of("S1", "S2"), 1.3))))
                    .containsExactly(ID);
            assertThat(index.moved(Map.of(ID, Shelves.NONE))).containsExactly(ID);
        }
    }

    @Test
    void whatWasWrittenLastCounts() throws IOException {
        try (LiveIndex index = holding(SHELVES)) {
            index.replace(List.of(ID), List.of(indexed(Shelves.NONE)));
            index.show();

            assertThat(index.moved(Map.of(ID, Shelves.NONE))).isEmpty();
            assertThat(index.moved(Map.of(ID, SHELVES))).containsExactly(ID);
        }
    }

    @Test
    void aProductThatIsNotThereYetIsWritten() throws IOException {
        try (LiveIndex index = holding(SHELVES)) {
            UUID other = new UUID(0, 99);

            assertThat(index.moved(Map.of(other, Shelves.NONE))).containsExactly(other);
        }
    }
}
