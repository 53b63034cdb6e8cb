package kmmotos.desktop.orders;

import java.awt.Toolkit;

/// Tells the people in the shop that an order came in.
public interface OrderBell {

    void ring();

    /// The computer's own beep; silent where there is no screen.
    static OrderBell beep() {
        return () -> Toolkit.getDefaultToolkit().beep();
    }

    static OrderBell silent() {
        return () -> {};
    }
}
