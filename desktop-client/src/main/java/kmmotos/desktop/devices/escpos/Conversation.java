package kmmotos.desktop.devices.escpos;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import kmmotos.desktop.devices.DevicePort;

/// Asks a printer over a line that is open. What it says of a job comes between its answers in real
/// time; none gets lost.
public final class Conversation {

    private static final Duration ANSWER = Duration.ofMillis(300);

    private final DevicePort.Line line;
    private boolean confirmed;

    public Conversation(DevicePort.Line line) {
        this.line = line;
    }

    /// Empty if the printer does not talk.
    public Optional<PrinterStatus> status() {
        int[] answers = new int[PrinterStatus.QUESTIONS.size()];
        for (int i = 0; i < answers.length; i++) {
            line.write(EscPos.statusQuestion(PrinterStatus.QUESTIONS.get(i)));
            OptionalInt answer = inRealTime();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers[i] = answer.getAsInt();
        }
        return Optional.of(PrinterStatus.of(answers[0], answers[1], answers[2]));
    }

    /// Whether the printer has said that all it was sent is on paper ([EscPos#confirm]).
    public boolean isConfirmed() {
        if (!confirmed) {
            OptionalInt heard = line.read(ANSWER);
            confirmed = heard.isPresent() && !PrinterStatus.isStatus(heard.getAsInt());
        }
        return confirmed;
    }

    private OptionalInt inRealTime() {
        OptionalInt heard = line.read(ANSWER);
        if (heard.isPresent() && !PrinterStatus.isStatus(heard.getAsInt())) {
            confirmed = true;
            return line.read(ANSWER);
        }
        return heard;
    }
}
