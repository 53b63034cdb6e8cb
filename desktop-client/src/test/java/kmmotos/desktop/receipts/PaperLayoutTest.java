package kmmotos.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PaperLayoutTest {

    private static final PaperLayout NARROW = new PaperLayout(24);

    @Test
    void aLabelAndItsFigureShareALineUpToBothEdges() {
        assertThat(lines(Slip.named("").pair("Total", "12,50").build()))
                .containsExactly("Total" + " ".repeat(14) + "12,50");
    }

    @Test
    void aLongLabelWrapsAtWordsAndTheFigureStaysWhole() {
        assertThat(lines(Slip.named("").pair("Brake pad set front left", "1.234,50").build()))
                .containsExactly("Brake pad set", "front left      1.234,50");
    }

    @Test
    void aFigureThatLeavesNoRoomGetsItsOwnLine() {
        assertThat(lines(Slip.named("").pair("Total", "R$ 123.456.789.012,50").build()))
                .containsExactly("Total", "   R$ 123.456.789.012,50");
    }

    @Test
    void aWordBesideAFigureIsNotCutWhereARowOfItsOwnHoldsIt() {
        assertThat(lines(Slip.named("").pair("Faturamento", "R$ 1.234.567,89").build()))
                .containsExactly("Faturamento", "         R$ 1.234.567,89");
    }

    @Test
    void aWordLongerThanTheLineIsCut() {
        assertThat(lines(Slip.named("").text("x".repeat(30) + " end").build()))
                .containsExactly("x".repeat(24), "xxxxxx end");
    }

    @Test
    void wrappedLinesKeepTheIndentation() {
        assertThat(lines(Slip.named("").text("  Ten percent off for regular customers").build()))
                .containsExactly("  Ten percent off for", "  regular customers");
    }

    @Test
    void largeTextTakesTwoColumnsForEachLetter() {
        assertThat(lines(Slip.named("").large("COPY").build())).containsExactly("    COPY");
        assertThat(lines(Slip.named("").large("A wide heading here").build()))
                .containsExactly("   A wide", "heading here");
    }

    @Test
    void noBreakBlanksDoNotBreakAndPrintAsBlanks() {
        assertThat(lines(Slip.named("").text("You pay exactly R$\u00A012,50 now").build()))
                .containsExactly("You pay exactly R$ 12,50", "now");
    }

    @Test
    void aPaperThatNoPrinterHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaperLayout(12))
                .withMessage("columns must be 24..80, was 12");
    }

    @Test
    void noLineIsWiderThanThePaperWhateverTheText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < 2000; i++) {
            var layout = new PaperLayout(24 + random.nextInt(56));
            var slip = Slip.named("").pair(text(random), text(random).replace(' ', '0'));
            slip.text(text(random)).large(text(random)).largePair(text(random), "1.50");
            for (PaperPiece row : layout.rows(slip.build())) {
                var line = (PaperPiece.Line) row;
                int letterWidth = line.emphasis() == SlipPart.Emphasis.LARGE ? 2 : 1;
                assertThat(line.text().length() * letterWidth)
                        .as("seed 42, slip %d: %s", i, line)
                        .isLessThanOrEqualTo(layout.columns());
            }
        }
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(5) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static List<String> lines(Slip slip) {
        return NARROW.rows(slip).stream().map(row -> ((PaperPiece.Line) row).text()).toList();
    }
}
