package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.guide.GuideStore;
import kmmotos.desktop.help.HelpPage;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyMapStore;
import kmmotos.desktop.ui.Message;
import kmmotos.desktop.ui.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store's own keys in the whole window, and the first steps at a new till.
class StoreKeysTest {
    private static final String PAD_CODE = "7891000000014";

    @TempDir Path temp;
    private Till till;

    @BeforeEach
    void open() {
        till = TestTill.open(temp);
    }

    @AfterEach
    void close() {
        till.close();
    }

    private void keys(String json) throws IOException {
        Files.writeString(till.config().folder().root().resolve("counter-keys.json"), json);
    }

    private static String cap(WholeWindow window, String selector) {
        return ((Label) ((Button) window.find(selector)).getGraphic()).getText();
    }

    @Test
    void theKeyOfTheStoreWorksAndIsShownWhereverItIsNamed() throws IOException {
        keys("{\"park\": \"Ctrl+P\", \"total\": \"F4\"}");
        try (var window = WholeWindow.selling(till)) {
            window.keyboard().burst(PAD_CODE);
            assertThat(cap(window, "#park")).isEqualTo("Ctrl+P");
            assertThat(cap(window, "#total")).isEqualTo("F4");
            window.keyboard().press(KeyCode.F12);
            assertThat(window.state()).isEqualTo(kmmotos.desktop.sales.SaleState.SELL);
            window.keyboard().control(KeyCode.P);
            assertThat(window.ask(() -> window.sales().parking().parked().size())).isEqualTo(1);
            List<String> help =
                    HelpPage.of(Place.SELL, window.window().desk().texts()).keys().stream()
                            .map(HelpPage.Key::key)
                            .toList();
            assertThat(help).contains("Ctrl+P", "F4, +").doesNotContain("F12, +");
            window.picture("store-keys");
        }
    }

    @Test
    void aConflictIsToldAtTheStartAndTheUsualKeyHolds() throws IOException {
        keys("{\"park\": \"F6\"}");
        try (var window = WholeWindow.of(till)) {
            assertThat(
                            window.ask(() ->
                                    window.window().model().messages().shown().stream()
                                            .map(Message::text)
                                            .toList()))
                    .contains("F6 already means Card, so Park, take up keeps F4.");
        }
    }

    @Test
    void aNewKeyIsPressedInTheSettings() {
        try (var window = WholeWindow.selling(till)) {
            window.on(() -> {
                window.window().desk().signIn().lock();
                var signIn = window.window().desk().signIn();
                signIn.choose(TestTill.staff().get(2));
                signIn.signIn("3333");
                window.window().model().goTo(Place.SETTINGS);
            });
            window.fire("#key-park");
            window.picture("new-key");
            window.keyboard().control(KeyCode.P);
            assertThat(KeyMapStore.in(till.config().folder().root()).read().key(CounterKey.PARK))
                    .isEqualTo("Ctrl+P");
            window.fire("#key-card");
            window.keyboard().press(KeyCode.F12);
            assertThat(KeyMapStore.in(till.config().folder().root()).read().key(CounterKey.CARD))
                    .isEqualTo("F6");
            window.fire("#key-card");
            window.keyboard().press(KeyCode.ESCAPE);
            assertThat(window.ask(() -> window.window().shell().dialogs().showingProperty().get()))
                    .isFalse();
        }
    }

    @Test
    void aNewTillShowsItsFirstStepsUntilTheyAreOver() {
        new GuideStore(till.config().folder().root()).write(java.util.Map.of());
        try (var window = WholeWindow.selling(till)) {
            assertThat(window.find("#guide-language")).isNotNull();
            window.picture("first-steps");
            window.fire("#guide-skip-language");
            window.keyboard().press(KeyCode.ESCAPE);
            assertThat(window.find("#guide-language")).isNull();
        }
        try (var window = WholeWindow.selling(till)) {
            window.fire("#guide-go-practice");
            assertThat(window.training().practising()).isPresent();
        }
        try (var window = WholeWindow.selling(till)) {
            window.fire("#guide-skip-all");
        }
        try (var window = WholeWindow.selling(till)) {
            assertThat(window.find("#guide-language")).isNull();
        }
    }

    @Test
    void aTillThatWasThereBeforeIsNotGuided() {
        try (var window = WholeWindow.selling(till)) {
            assertThat(window.find("#guide-language")).isNull();
        }
    }
}
