package kmmotos.model.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.DeviceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TakenBackTest {

    private static final DeviceId SELF = new DeviceId(new UUID(1, 1));
    private static final DeviceId OTHER = new DeviceId(new UUID(1, 2));

    private static TakenBack by(DeviceId till, int n, long units) {
        return new TakenBack(till, new UUID(2, n), 1, Quantity.of(units));
    }

    @Test
    void aReturnSaysWhatOfASaleItTookBack() {
        Sale back = SampleSales.defectReturned();

        assertThat(TakenBack.of(back, SampleSales.SALE))
                .containsExactly(new TakenBack(back.device(), back.saleId(), 1, Quantity.ONE));
        assertThat(TakenBack.of(back, UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatANeighbourAndHeadOfficeTellCameBackOnce() {
        assertThat(TakenBack.merged(SELF, Map.of(), List.of(by(OTHER, 1, 2), by(OTHER, 1, 2))))
                .isEqualTo(Map.of(1, Quantity.of(2)));
    }

    @Test
    void aTillKnowsItsOwnReturnsBetterThanHeadOffice() {
        assertThat(TakenBack.merged(SELF, Map.of(1, Quantity.of(3)), List.of(by(SELF, 1, 1))))
                .isEqualTo(Map.of(1, Quantity.of(3)));
    }

    @Test
    void aTillThatWasSetUpAnewIsToldOfItsOwnReturns() {
        assertThat(TakenBack.merged(SELF, Map.of(), List.of(by(SELF, 1, 1), by(SELF, 2, 1))))
                .isEqualTo(Map.of(1, Quantity.of(2)));
    }

    /// Five tills take back at random, each asked for what is left; each hears of the others late,
    /// or twice, or through somebody else.
    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void whoeverHasHeardOfEveryReturnNeverTakesBackMoreThanWasSold(long seed) {
        Random random = new Random(seed);
        Quantity sold = Quantity.of(random.nextLong(1, 12));
        List<TakenBack> all = new ArrayList<>();
        Quantity back = Quantity.ZERO;
        for (int n = 0; n < 40; n++) {
            DeviceId till = new DeviceId(new UUID(1, random.nextInt(5)));
            Map<Integer, Quantity> own = new HashMap<>();
            all.stream()
                    .filter(known -> known.by().equals(till))
                    .forEach(known -> own.merge(1, known.quantity(), Quantity::plus));
            List<TakenBack> told = new ArrayList<>(all);
            told.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(told, random);
            Quantity known = TakenBack.merged(till, own, told).getOrDefault(1, Quantity.ZERO);
            assertThat(known).isEqualTo(back);
            long left = sold.minus(known).thousandths() / 1_000;
            if (left > 0) {
                long now = random.nextLong(1, left + 1);
                all.add(by(till, n, now));
                back = back.plus(Quantity.of(now));
            }
        }
        assertThat(back).isEqualTo(sold);
    }
}
