package kmmotos.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.staff.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    @TempDir Path temp;

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPlaceIsExplainedWithTheSameKeysInEveryLanguage(Locale language) {
        Texts texts = new Texts(language);
        for (Place place : Place.values()) {
            HelpPage page = HelpPage.of(place, texts);
            HelpPage english = HelpPage.of(place, ENGLISH);
            assertThat(page.what()).as(place + " in " + language).doesNotContain("!");
            assertThat(keys(page.keys())).isEqualTo(keys(english.keys())).isNotEmpty();
            assertThat(page.typed()).hasSameSizeAs(english.typed());
        }
    }

    private static List<String> keys(List<HelpPage.Key> keys) {
        return keys.stream().map(HelpPage.Key::key).toList();
    }

    @Test
    void theCardHasAllKeysOfAllPlaces() throws IOException {
        Path file = temp.resolve("keys.pdf");

        KeyCard.write(List.of(Place.values()), ENGLISH, file);

        try (PDDocument card = Loader.loadPDF(file.toFile())) {
            String words = new PDFTextStripper().getText(card);
            for (Place place : Place.values()) {
                HelpPage page = HelpPage.of(place, ENGLISH);
                assertThat(words).contains(page.title());
                page.keys().forEach(key -> assertThat(words).contains(key.does()));
            }
            assertThat(card.getNumberOfPages()).isEqualTo(1);
            picture(card);
        }
    }

    /// For a person to look at.
    private static void picture(PDDocument card) throws IOException {
        if (System.getProperty("pictures") != null) {
            Path folder = Files.createDirectories(Path.of("target/pictures"));
            javax.imageio.ImageIO.write(
                    new PDFRenderer(card).renderImageWithDPI(0, 110),
                    "png",
                    folder.resolve("key-card.png").toFile());
        }
    }

    /// A screen that has a use of its own for some keys.
    private record Plain(Label view, List<Shortcut> shortcuts) implements Screen {}

    private static SampleWindow window(Shortcut... shortcuts) {
        return SampleWindow.with(
                Place.SHIFT,
                SampleWorkplace.of(Role.CASHIER),
                () -> new Plain(new Label("shift"), Arrays.asList(shortcuts)));
    }

    @Test
    void f1ExplainsTheScreenInFront() {
        SampleWindow window = window();
        window.run(() ->
                window.shell()
                        .helpWith(() ->
                                window.shell()
                                        .dialogs()
                                        .show(new HelpDialog(Place.SELL, ENGLISH, () -> {}))));
        window.keyboard().press(KeyCode.F1);
        assertThat(window.shell().dialogs().showingProperty().get()).isTrue();
        window.picture("help-sell");
        window.keyboard().press(KeyCode.ESCAPE);
        assertThat(window.shell().dialogs().showingProperty().get()).isFalse();
        window.close();
    }

    @Test
    void whereF1HasAnotherUseControlF1Explains() {
        AtomicInteger used = new AtomicInteger();
        AtomicInteger helped = new AtomicInteger();
        SampleWindow window = window(Shortcut.of(KeyCode.F1, used::incrementAndGet));
        window.run(() -> window.shell().helpWith(helped::incrementAndGet));
        window.keyboard().press(KeyCode.F1);
        assertThat(used).hasValue(1);
        assertThat(helped).hasValue(0);
        window.keyboard().control(KeyCode.F1);
        assertThat(helped).hasValue(1);
        window.close();
    }
}
