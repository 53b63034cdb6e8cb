package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Theme;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The bar of keys below the sale, in a window of 1280 x 800 off any display. With `-Dpictures` it
/// is drawn into target/pictures.
class KeyBarTest {
    @TempDir Path folder;

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void allKeysStandInOneRow(Locale language) {
        assertThat(rows(language, FontScale.PERCENT_100)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void largerLettersTakeAnotherRowAndHideNoKey(Locale language) {
        assertThat(rows(language, FontScale.PERCENT_125)).isBetween(1L, 2L);
        assertThat(rows(language, FontScale.PERCENT_150)).isEqualTo(2);
        assertThat(rows(language, FontScale.PERCENT_200)).isBetween(2L, 4L);
    }

    private long rows(Locale language, FontScale scale) {
        Picture.startToolkit();
        return Picture.onFx(() -> rowsShown(language, scale));
    }

    private long rowsShown(Locale language, FontScale scale) {
        var counter =
                new CounterFixture(folder.resolve(scale.name()), language, Background.direct())
                        .open();
        var model = new ShellModel();
        model.unlock("Ana Souza");
        var shell = new Shell(model, counter.texts);
        var leads =
                new SaleScreen.Leads(
                        _ -> new Label(),
                        _ -> true,
                        _ -> true,
                        _ -> true,
                        _ -> {},
                        _ -> new MailText(Locale.ENGLISH, "Receipt", "TOTAL"),
                        () -> {},
                        () -> {});
        shell.add(Place.SELL, new SaleScreen(counter.models, shell.dialogs(), leads));
        var scene = shell.scene(1280, 800, new ScanBursts(Duration.ofMillis(45)), () -> 0);
        Theme.LIGHT.dress(scene, scale);
        var window = new Stage();
        window.setScene(scene);
        window.show();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        if (System.getProperty("pictures") != null) {
            var file = "keys-%s-%s.png".formatted(language, scale);
            Picture.writePng(scene, Path.of("target", "pictures", file));
        }
        List<Node> keys = ((Parent) scene.lookup(".key-bar")).getChildrenUnmodifiable();
        assertThat(keys).allMatch(key -> isWithin(key, scene));
        assertThat(right(scene.lookup(".lines-header")))
                .isLessThanOrEqualTo(left(scene.lookup(".side-column")));
        window.hide();
        return keys.stream().mapToDouble(Node::getLayoutY).distinct().count();
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static boolean isWithin(Node key, Scene scene) {
        var bounds = key.localToScene(key.getLayoutBounds());
        return bounds.getMaxX() <= scene.getWidth() && bounds.getMaxY() <= scene.getHeight();
    }
}
