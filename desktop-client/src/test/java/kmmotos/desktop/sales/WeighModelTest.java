package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import kmmotos.desktop.devices.scale.Reading;
import kmmotos.desktop.devices.scale.SimulatedScale;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Unit;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brake pads by the kilogram: odd, but they have a barcode and a price.
class WeighModelTest {

    @TempDir Path folder = Path.of("");
    private CounterFixture at = new CounterFixture(folder);
    private final SimulatedScale scale = new SimulatedScale();

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
        at.models.weighing().use(Optional.of(scale));
    }

    @Test
    void whatIsSoldByWeightTakesItsQuantityFromTheScale() {
        padsByWeight();
        at.scan(CounterFixture.PAD);
        at.models.weighing().weigh();
        assertThat(at.sale().chosenLine().orElseThrow().quantity())
                .isEqualTo(Quantity.parse("1.254"));
        assertThat(at.due()).isEqualTo("62.57");
    }

    @Test
    void aWeightThatStillMovesIsRefusedAndTheLineStays() {
        padsByWeight();
        at.scan(CounterFixture.PAD);
        scale.show(new Reading.Moving());
        at.models.weighing().weigh();
        assertThat(at.lastMessage()).contains("still moves");
        scale.show(new Reading.Empty());
        at.models.weighing().weigh();
        assertThat(at.lastMessage()).contains("Nothing lies on the scale");
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void whatIsSoldByThePieceIsNotWeighed() {
        at.scan(CounterFixture.PAD);
        at.models.weighing().weigh();
        assertThat(at.lastMessage()).contains("is not sold by weight");
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void withoutAScaleTheClerkIsToldWhereToSetOneUp() {
        at.models.weighing().use(Optional.empty());
        at.scan(CounterFixture.PAD);
        at.models.weighing().weigh();
        assertThat(at.lastMessage()).contains("no scale at this till");
    }

    private void padsByWeight() {
        at.books.products.replaceAll(
                product -> product.equals(SampleProducts.BRAKE_PAD) ? byWeight(product) : product);
    }

    private static Product byWeight(Product product) {
        Variant piece = product.variants().getFirst();
        var kilogram =
                new Variant(
                        piece.sku(),
                        piece.gtins(),
                        piece.partNumbers(),
                        piece.options(),
                        Unit.KILOGRAM,
                        piece.supersededBy(),
                        piece.coreCharge(),
                        piece.fits());
        return new Product(
                product.productId(),
                product.names(),
                product.descriptions(),
                product.brand(),
                product.category(),
                product.taxCategory(),
                java.util.List.of(kilogram),
                product.active());
    }
}
