package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.model.sales.SaleLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is to be said of a line or of a sale.
class NoteTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void aNoteStandsOnTheChosenLineAndOneOnTheWholeSale() {
        at.scan(PAD);
        at.type("n left side only");
        at.scan(KIT);
        at.type("nn his brother collects it");
        assertThat(at.sale().rows().getFirst().note()).contains("left side only");

        var sold = at.pay("");

        assertThat(sold.lines())
                .extracting(SaleLine::note)
                .extracting(note -> note.orElse(""))
                .containsExactly("left side only", "");
        assertThat(sold.note()).contains("his brother collects it");
    }

    @Test
    void aDashTakesANoteAway() {
        at.scan(PAD);
        at.type("n wrong");
        at.type("nn wrong too");
        at.type("n -");
        at.type("nn -");

        var sold = at.pay("");

        assertThat(sold.note()).isEmpty();
        assertThat(sold.lines().getFirst().note()).isEmpty();
        assertThat(sold.isWithoutWords()).isTrue();
    }

    @Test
    void aParkedSaleKeepsItsNotes() {
        at.scan(PAD);
        at.type("n left side only");
        at.type("nn on Friday");
        at.models.parking().park();
        at.models.parking().recall(at.models.parking().parked().getFirst());

        var sold = at.pay("");

        assertThat(sold.note()).contains("on Friday");
        assertThat(sold.lines().getFirst().note()).contains("left side only");
    }

    @Test
    void aLineThatIsGoneTakesItsNoteAlong() {
        at.scan(PAD);
        at.scan(KIT);
        at.type("n left side only");
        at.models.lines().voidChosen();
        at.scan(KIT);

        assertThat(at.sale().rows()).noneMatch(row -> row.note().isPresent());
        assertThat(at.sale().rows()).hasSize(2);
    }

    @Test
    void aNoteIsNotABook() {
        at.scan(PAD);
        at.type("n " + "x".repeat(201));

        assertThat(at.sale().sale().notes()).isEmpty();
        assertThat(at.lastMessage()).contains("200");
    }

    @Test
    void thereIsNothingToSayOfNothing() {
        at.type("n hello");
        at.type("nn hello");

        assertThat(at.sale().sale().notes()).isEmpty();
    }
}
