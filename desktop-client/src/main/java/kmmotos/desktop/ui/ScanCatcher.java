package kmmotos.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// Sits at the scene, before any control has the focus, and holds typed keys for a moment: a
/// scanner's burst becomes a scan and its keys (Enter too) vanish; what fingers typed goes on to
/// the focused control, in order.
final class ScanCatcher {
    /// What a scanner sends between two elements of a GS1 symbol, on a keyboard Ctrl+].
    private static final char GROUP_SEPARATOR = '\u001D';

    private final Scene scene;
    private final ScanBursts bursts;
    private final LongSupplier nanos;
    private final Consumer<String> scanned;
    private final List<KeyEvent> held = new ArrayList<>();
    private final PauseTransition quiet;
    private boolean releasing;
    private boolean swallowEnterKeys;

    ScanCatcher(Scene scene, ScanBursts bursts, LongSupplier nanos, Consumer<String> scanned) {
        this.scene = scene;
        this.bursts = bursts;
        this.nanos = nanos;
        this.scanned = scanned;
        this.quiet = new PauseTransition();
        // The queue may hold keys that came before the pause was over: look at them first.
        quiet.setOnFinished(_ -> Platform.runLater(this::pause));
        scene.addEventFilter(KeyEvent.ANY, this::filter);
    }

    private void filter(KeyEvent event) {
        if (releasing) {
            return;
        }
        if (HandTyped.isMarked(scene.getFocusOwner())) {
            letThrough();
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else {
            released(event);
        }
    }

    /// Keys still held were typed before the focus came here.
    private void letThrough() {
        bursts.otherKey();
        swallowEnterKeys = false;
        if (!held.isEmpty()) {
            release();
        }
    }

    private void pressed(KeyEvent event) {
        if (endsScan(event)) {
            apply(bursts.enter(nanos.getAsLong()), event);
        } else if (isSeparator(event) && bursts.isHolding()) {
            apply(bursts.character(GROUP_SEPARATOR, nanos.getAsLong()), event);
        } else if (makesNoCharacter(event)) {
            if (!event.getCode().isModifierKey()) {
                apply(bursts.otherKey(), event);
            }
        } else {
            hold(event);
        }
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        if (endsLine(text)) {
            if (swallowEnterKeys) {
                event.consume();
            }
        } else if (text.isEmpty() || Character.isISOControl(text.charAt(0)) || isCommand(event)) {
            if (!held.isEmpty()) {
                hold(event);
            }
        } else {
            apply(bursts.character(text.charAt(0), nanos.getAsLong()), event);
        }
    }

    private void released(KeyEvent event) {
        if (endsScan(event) && swallowEnterKeys) {
            swallowEnterKeys = false;
            event.consume();
        } else if (!held.isEmpty()) {
            hold(event);
        }
    }

    private void apply(ScanBursts.Verdict verdict, KeyEvent event) {
        switch (verdict) {
            case ScanBursts.Verdict.Hold _ -> hold(event);
            case ScanBursts.Verdict.ReleaseThenHold _ -> {
                var pressOfThis = lastPress();
                release();
                held.addAll(pressOfThis);
                hold(event);
            }
            case ScanBursts.Verdict.Release _ -> release();
            case ScanBursts.Verdict.Scan(String code) -> scan(code, event);
            case ScanBursts.Verdict.Swallow _ -> {
                swallowEnterKeys = true;
                event.consume();
            }
        }
    }

    /// The press that belongs to the character being typed was held just before it and must stay
    /// with it.
    private List<KeyEvent> lastPress() {
        if (!held.isEmpty() && held.getLast().getEventType() == KeyEvent.KEY_PRESSED) {
            return List.of(held.removeLast());
        }
        return List.of();
    }

    private void scan(String code, KeyEvent event) {
        boolean byEnter = endsScan(event);
        var pressOfNext = byEnter ? List.<KeyEvent>of() : lastPress();
        held.clear();
        if (byEnter) {
            swallowEnterKeys = true;
            event.consume();
        } else {
            held.addAll(pressOfNext);
            hold(event);
        }
        scanned.accept(code);
    }

    private void pause() {
        switch (bursts.pause(nanos.getAsLong())) {
            case ScanBursts.Verdict.Hold _ -> playFromStart();
            case ScanBursts.Verdict.Scan(String code) -> {
                held.clear();
                scanned.accept(code);
            }
            default -> release();
        }
    }

    private void hold(KeyEvent event) {
        swallowEnterKeys = false;
        held.add(event.copyFor(event.getSource(), event.getTarget()));
        event.consume();
        playFromStart();
    }

    private void playFromStart() {
        quiet.stop();
        quiet.setDuration(Duration.millis(1.0 + bursts.maxGap().toMillis()));
        quiet.playFromStart();
    }

    private void release() {
        quiet.stop();
        var keys = List.copyOf(held);
        held.clear();
        releasing = true;
        try {
            for (var key : keys) {
                var target =
                        scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(target, key.copyFor(target, target));
            }
        } finally {
            releasing = false;
        }
    }

    private static boolean endsLine(String text) {
        return text.equals("\r") || text.equals("\n") || text.equals("\t");
    }

    private static boolean endsScan(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER
                || (event.getCode() == KeyCode.TAB
                        && !event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown());
    }

    private static boolean isSeparator(KeyEvent event) {
        return event.isControlDown() && event.getCode() == KeyCode.CLOSE_BRACKET;
    }

    private static boolean isCommand(KeyEvent event) {
        return (event.isShortcutDown() && !event.isAltDown()) || event.isMetaDown();
    }

    private static boolean makesNoCharacter(KeyEvent event) {
        var code = event.getCode();
        return isCommand(event)
                || code.isFunctionKey()
                || code.isNavigationKey()
                || code.isModifierKey()
                || code == KeyCode.ESCAPE
                || code == KeyCode.TAB
                || code == KeyCode.DELETE
                || code == KeyCode.BACK_SPACE
                || code == KeyCode.INSERT;
    }
}
