package kmmotos.model.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.Test;

class BadgeTest {
    private static final Badge BADGE =
            Badge.of(new byte[] {0, 0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 1});

    @Test
    void aScannedCodeIsReadWhateverTheKeyboardMadeOfIt() {
        assertThat(Badge.parse(" " + BADGE.code().toLowerCase(java.util.Locale.ROOT)))
                .contains(BADGE);
        assertThat(Badge.parse("7891234567895")).isEmpty();
        assertThat(Badge.parse(BADGE.code() + "0")).isEmpty();
    }

    @Test
    void whatIsKeptOfABadgeIsNotItsCode() {
        assertThat(BADGE.hash()).hasSize(64).doesNotContain(BADGE.code());
        assertThat(BADGE.toString()).doesNotContain(BADGE.code().substring(10));
    }

    @Test
    void aMemberWithoutABadgeIsWrittenAsBefore() {
        assertThat(
                        new String(
                                CanonicalJson.bytes(SampleStaff.ANA),
                                java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("badge");
    }

    @Test
    void aNewBadgeEndsTheOldOne() throws Exception {
        StaffMember ana = SampleStaff.ANA.withBadgeHash(Optional.of(BADGE.hash()));
        StaffMember read = Json.MAPPER.readValue(CanonicalJson.bytes(ana), StaffMember.class);
        assertThat(read).isEqualTo(ana);
        assertThat(read.has(BADGE)).isTrue();
        Badge other = Badge.of(new byte[Badge.SECRET_BYTES]);
        assertThat(read.withBadgeHash(Optional.of(other.hash())).has(BADGE)).isFalse();
        assertThat(SampleStaff.ANA.has(BADGE)).isFalse();
    }
}
