package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolVersionTest {

    private static final ProtocolVersion SERVER = new ProtocolVersion(9);

    @Test
    void aTillThreeVersionsBehindIsServed() {
        assertThat(new ProtocolVersion(6).isServedBy(SERVER)).isTrue();
        assertThat(new ProtocolVersion(9).isServedBy(SERVER)).isTrue();
    }

    @Test
    void aTillFourVersionsBehindIsAskedToUpgrade() {
        assertThat(new ProtocolVersion(5).isServedBy(SERVER)).isFalse();
    }

    @Test
    void aTillThatIsNewerThanTheServerIsServed() {
        assertThat(new ProtocolVersion(12).isServedBy(SERVER)).isTrue();
    }

    @Test
    void theFirstTillsNamedNoVersion() {
        assertThat(ProtocolVersion.parse("")).isEqualTo(new ProtocolVersion(1));
        assertThat(ProtocolVersion.parse("one")).isEqualTo(new ProtocolVersion(1));
        assertThat(ProtocolVersion.parse(" 4 ")).isEqualTo(new ProtocolVersion(4));
    }

    @Test
    void thereIsNoVersionBeforeTheFirst() {
        assertThat(new ProtocolVersion(0).isServedBy(ProtocolVersion.CURRENT)).isFalse();
    }
}
