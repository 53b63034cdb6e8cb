package kmmotos.desktop;

import javafx.application.Application;

/// Starts the till's window. It doesn't extend [Application], so that JavaFX may lie on the class
/// path.
///
/// `--folder=PATH` is where the till keeps everything; `--server=ADDRESS` and `--code=CODE` fill in
/// the enrolment; `--show-and-exit` shows the first window for some seconds.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Application.launch(TillApp.class, arguments);
    }
}
