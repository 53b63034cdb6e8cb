package kmmotos.desktop.devices.scale;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.DevicePort;
import kmmotos.model.money.Quantity;

/// The protocol of the Mettler Toledo 8217, which many counter scales speak, usually on a serial
/// line at 9600 7E1. Asked with `W`, the scale answers `STX 01.254 CR`, or `STX ? status CR` if it
/// has no weight to give: bit 0 it moves, bit 1 too heavy, bit 2 below zero. It must be set to
/// kilograms.
///
/// @param where the address as a person entered it
public record Toledo8217(DevicePort port, String where) implements Scale {

    private static final byte[] WEIGH = {'W'};
    private static final int STX = 0x02;
    private static final int CR = '\r';
    private static final int SEVEN_BITS = 0x7F;
    private static final int MAX_ANSWER = 16;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Pattern WEIGHT =
            Pattern.compile("\\s*(\\d{0,6}\\.\\d{1,3}|\\d{1,6})\\s*N?");

    @Override
    public Reading read() {
        try (DevicePort.Line line = port.open()) {
            line.write(WEIGH);
            return reading(answer(line));
        }
    }

    private Reading reading(String answer) {
        if (answer.length() == 2 && answer.charAt(0) == '?') {
            return status(answer.charAt(1));
        }
        Matcher weight = WEIGHT.matcher(answer);
        if (!weight.matches()) {
            throw failed();
        }
        Quantity kilograms = Quantity.parse(weight.group(1));
        return kilograms.isZero() ? new Reading.Empty() : new Reading.Weight(kilograms);
    }

    /// Without any of these it stands at nothing.
    private static Reading status(int status) {
        if ((status & 0x01) != 0) {
            return new Reading.Moving();
        }
        if ((status & 0x02) != 0) {
            return new Reading.TooHeavy();
        }
        return (status & 0x04) != 0 ? new Reading.BelowZero() : new Reading.Empty();
    }

    /// What stands between STX and CR; anything before is left from an earlier question.
    private String answer(DevicePort.Line line) {
        while (next(line) != STX) {}
        var answer = new StringBuilder();
        int heard = next(line);
        while (heard != CR && answer.length() < MAX_ANSWER) {
            answer.append((char) heard);
            heard = next(line);
        }
        return answer.toString();
    }

    private int next(DevicePort.Line line) {
        OptionalInt heard = line.read(PATIENCE);
        return heard.orElseThrow(this::failed) & SEVEN_BITS;
    }

    private DeviceFailed failed() {
        return new DeviceFailed(Reason.NO_ANSWER, Outcome.NOT_BEGUN, where, null);
    }
}
