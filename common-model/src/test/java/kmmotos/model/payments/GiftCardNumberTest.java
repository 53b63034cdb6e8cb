package kmmotos.model.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GiftCardNumberTest {

    private static GiftCardNumber number(RandomGenerator random) {
        byte[] secret = new byte[64];
        random.nextBytes(secret);
        return GiftCardNumber.of(secret);
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void aNumberIsReadHoweverItIsTyped(long seed) {
        GiftCardNumber number = number(new Random(seed));
        String typed = number.printed().toLowerCase(Locale.ROOT).replace('1', 'l');
        assertThat(GiftCardNumber.parse(" " + typed + " ")).isEqualTo(Optional.of(number));
        assertThat(GiftCardNumber.parse(number.code())).isEqualTo(Optional.of(number));
        assertThat(number.printed()).matches("GC(-[0-9A-Z]{4}){4}");
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void oneWrongCharacterIsNoNumber(long seed) {
        Random random = new Random(seed);
        String code = number(random).code();
        int at = 2 + random.nextInt(15);
        char wrong = code.charAt(at) == 'A' ? 'B' : 'A';
        String altered = code.substring(0, at) + wrong + code.substring(at + 1);
        assertThat(GiftCardNumber.parse(altered)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void noTwoCardsShareNumberOrId(long seed) {
        Random random = new Random(seed);
        Set<UUID> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            GiftCardNumber number = number(random);
            ids.add(number.cardId());
            codes.add(number.code());
        }
        assertThat(ids).hasSize(200);
        assertThat(codes).hasSize(200);
    }
}
