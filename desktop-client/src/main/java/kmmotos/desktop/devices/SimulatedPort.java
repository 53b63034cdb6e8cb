package kmmotos.desktop.devices;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.escpos.Commands;

/// An ESC/POS printer without hardware, that behaves as one does: out of paper it stands still and
/// keeps what it has got, prints on by itself when there is paper again, and forgets all of it when
/// it is switched off. What it cut off is a receipt; what it tore off is a scrap.
public final class SimulatedPort implements DevicePort {

    /// Older papers are forgotten: a till runs for weeks.
    private static final int MAX_PAPERS = 200;

    private static final String WHERE = DeviceAddress.SIMULATED;
    private static final int ALWAYS = 0x12;

    private final List<byte[]> receipts = new ArrayList<>();
    private final List<byte[]> scraps = new ArrayList<>();
    private final List<Integer> openings = new ArrayList<>();
    private final Deque<byte[]> buffer = new ArrayDeque<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    private boolean isOn = true;
    private boolean isPlugged = true;
    private boolean isClosed = true;
    private boolean talks = true;
    private boolean cutsCable;
    private int linesLeft = Integer.MAX_VALUE;

    @Override
    public synchronized Line open() {
        if (!isOn || !isPlugged) {
            throw new DeviceFailed(Reason.NOT_REACHED, Outcome.NOT_BEGUN, WHERE, null);
        }
        answers.clear();
        return new SimulatedLine();
    }

    /// After so many lines the roll is at its end.
    public synchronized void paperFor(int lines) {
        linesLeft = lines;
        work();
    }

    public synchronized void newRoll() {
        paperFor(Integer.MAX_VALUE);
    }

    public synchronized void cover(boolean closed) {
        isClosed = closed;
        work();
    }

    /// Off: what it has not printed is lost, and what stuck out is torn off.
    public synchronized void power(boolean on) {
        isOn = on;
        if (!on) {
            buffer.clear();
            tearOff(scraps);
        }
    }

    /// Without its cable it goes on printing what it has got.
    public synchronized void cable(boolean plugged) {
        isPlugged = plugged;
    }

    /// The cable goes just when it would say that a receipt is done.
    public synchronized void cutCableAtConfirmation() {
        cutsCable = true;
    }

    /// One that doesn't talk answers nothing.
    public synchronized void talks(boolean does) {
        talks = does;
    }

    /// What was cut off, in order, as the bytes that made it.
    public synchronized List<byte[]> receipts() {
        return List.copyOf(receipts);
    }

    public synchronized List<byte[]> scraps() {
        return List.copyOf(scraps);
    }

    /// Which drawers were opened, in order.
    public synchronized List<Integer> openings() {
        return List.copyOf(openings);
    }

    private void take(byte[] command) {
        switch (Commands.kind(command)) {
            case STATUS -> answer(status(command[2]));
            case DRAWER_NOW -> openings.add(command[3] + 1);
            default -> {
                buffer.add(command);
                work();
            }
        }
    }

    private void work() {
        while (isClosed && linesLeft > 0 && !buffer.isEmpty()) {
            byte[] command = buffer.remove();
            switch (Commands.kind(command)) {
                case DRAWER -> openings.add(command[2] + 1);
                case CONFIRM -> {
                    isPlugged &= !cutsCable;
                    cutsCable = false;
                    answer(0);
                }
                case LINE -> {
                    linesLeft--;
                    sheet.writeBytes(command);
                }
                case CUT -> {
                    sheet.writeBytes(command);
                    tearOff(receipts);
                }
                default -> sheet.writeBytes(command);
            }
        }
    }

    private void tearOff(List<byte[]> pile) {
        if (sheet.size() > 0) {
            pile.add(sheet.toByteArray());
            sheet.reset();
        }
        if (pile.size() > MAX_PAPERS) {
            pile.removeFirst();
        }
    }

    private void answer(int answer) {
        if (talks && isPlugged) {
            answers.add(answer);
        }
    }

    private int status(int question) {
        boolean stands = !isClosed || linesLeft == 0;
        return ALWAYS
                | switch (question) {
                    case 1 -> 0x04 | (stands ? 0x08 : 0);
                    case 2 -> (isClosed ? 0 : 0x04) | (linesLeft == 0 ? 0x20 : 0);
                    default -> linesLeft == 0 ? 0x60 : 0;
                };
    }

    private final class SimulatedLine implements Line {

        @Override
        public void write(byte[] bytes) {
            synchronized (SimulatedPort.this) {
                for (byte[] command : Commands.of(bytes)) {
                    if (!isOn || !isPlugged) {
                        throw failed(Outcome.BROKEN_OFF);
                    }
                    take(command);
                }
            }
        }

        @Override
        public OptionalInt read(Duration atMost) {
            synchronized (SimulatedPort.this) {
                if (!isOn || !isPlugged) {
                    throw failed(Outcome.UNKNOWN);
                }
                return answers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(answers.remove());
            }
        }

        @Override
        public void close() {}

        private DeviceFailed failed(Outcome outcome) {
            return new DeviceFailed(Reason.CLOSED_EARLY, outcome, WHERE, null);
        }
    }
}
