package kmmotos.installers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void figuresStandUnderEachOther() {
        Table table = new Table("shop", "sales").row("S1", 7).row("S2 Campinas", 1234);
        assertThat(table.toString())
                .isEqualTo(
                        """
                        shop         sales
                        ------------------
                        S1               7
                        S2 Campinas   1234\
                        """
                                .indent(2)
                                .stripTrailing());
    }
}
