package kmmotos.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.stores.OpeningModel;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.stores.OpeningScreen;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.Texts;

/// Draws the screens of a till with the sample catalogue, without a display, into a folder
/// (docs/screenshots).
///
/// `java -Dglass.platform=Headless -Dprism.order=sw ... kmmotos.desktop.TillPictures
/// docs/screenshots`
public final class TillPictures {
    private final Path folder;

    private TillPictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Picture.startToolkit();
        var pictures = new TillPictures(Path.of(arguments[0]));
        pictures.drawOpening();
        pictures.draw("light", 1280, Settings.initial(Locale.ENGLISH));
        pictures.draw("dark", 1920, Settings.initial(Texts.PORTUGUESE).withDark(true));
        Platform.exit();
    }

    private void drawOpening() {
        var model = new OpeningModel(new Texts(Locale.ENGLISH));
        var scene =
                Picture.onFx(() -> {
                    var opening = new Scene((Parent) new OpeningScreen(model).view(), 1280, 800);
                    TillWindow.dress(opening, Settings.initial(Locale.ENGLISH));
                    return opening;
                });
        model.at(OpeningProgress.Step.FACTS, 64_000, 100_000);
        picture(scene, "opening-light");
    }

    private void draw(String look, int width, Settings settings) throws Exception {
        var home = Files.createTempDirectory("till-pictures");
        try (var till = TestTill.open(home)) {
            var store = new SettingsStore(home.resolve("settings.properties"));
            var window =
                    Picture.onFx(() -> new TillWindow(till, settings, store, Background.direct()));
            var scene = Picture.onFx(() -> window.scene(width, width == 1280 ? 800 : 1080));
            picture(scene, "sign-in-" + look);
            act(() -> signIn(window));
            act(() -> ringUp(window));
            picture(scene, "sell-" + look);
            act(() -> window.desk().sales().checkout().total());
            act(() -> window.desk().sales().checkout().cash("100"));
            picture(scene, "pay-" + look);
            act(() -> window.desk().sales().checkout().cash("500"));
            picture(scene, "done-" + look);
            for (var place : new Place[] {Place.STOCK, Place.SHIFT, Place.SYNC, Place.SETTINGS}) {
                act(() -> window.model().goTo(place));
                picture(scene, place.name().toLowerCase(Locale.ROOT) + "-" + look);
            }
            act(window::close);
        }
    }

    private static void signIn(TillWindow window) {
        var signIn = window.desk().signIn();
        signIn.refresh();
        signIn.choose(signIn.people().getFirst());
        signIn.signIn("1111");
        window.desk().sales().shift().open("200");
    }

    private static void ringUp(TillWindow window) {
        var omnibox = window.desk().sales().omnibox();
        omnibox.submit("c oficina");
        omnibox.submit("2*KT-520-118");
        omnibox.submit("/5");
        omnibox.submit("14_00021/700102/12");
        omnibox.submit("3.5*OL1030");
        window.model().messages().clear();
    }

    private static void act(Runnable work) {
        Picture.onFx(() -> {
            work.run();
            return 0;
        });
        Picture.settle();
    }

    private void picture(Scene scene, String name) {
        Picture.write(scene, folder.resolve(name + ".png"));
    }
}
