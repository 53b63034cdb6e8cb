package kmmotos.desktop.devices;

import java.util.Optional;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.escpos.Conversation;
import kmmotos.desktop.devices.escpos.EscPos;
import kmmotos.desktop.devices.escpos.PrinterStatus;
import kmmotos.desktop.devices.escpos.SlipBytes;
import kmmotos.desktop.receipts.Slip;

/// An ESC/POS receipt printer with the cash drawer that hangs on it.
///
/// One that talks is asked before each slip whether it can print, and says afterwards when all of
/// it is on paper; until then the line stays open, because a printer without paper keeps what it
/// has got and goes on by itself. One that doesn't talk is taken at its word.
public final class EscPosPrinter implements ReceiptPrinter, CashDrawer {

    /// So often it may be silent before it counts as gone.
    private static final int MAX_SILENCES = 3;

    /// So often it may say that all is well without saying that the slip is done: some clones know
    /// no `GS r`.
    private static final int MAX_UNCONFIRMED = 30;

    private final DevicePort port;
    private final PrinterSettings settings;
    private volatile boolean isSilent;

    public EscPosPrinter(DevicePort port, PrinterSettings settings) {
        this.port = port;
        this.settings = settings;
    }

    @Override
    public Optional<PrinterStatus> status() {
        try (DevicePort.Line line = port.open()) {
            Optional<PrinterStatus> status = new Conversation(line).status();
            isSilent = status.isEmpty();
            return status;
        }
    }

    @Override
    public void print(Slip slip, Standstill standstill) {
        try (DevicePort.Line line = port.open()) {
            var talk = new Conversation(line);
            Optional<PrinterStatus> before = before(talk);
            if (before.isEmpty()) {
                line.write(job(slip));
                line.finish();
                return;
            }
            before.flatMap(PrinterStatus::trouble)
                    .ifPresent(reason -> {
                        throw failed(reason, Outcome.NOT_BEGUN);
                    });
            line.write(job(slip));
            awaitPaper(line, talk, standstill);
        }
    }

    @Override
    public void open(int drawer) {
        try (DevicePort.Line line = port.open()) {
            line.write(pulse(line, drawer));
            line.finish();
        }
    }

    /// A printer that stands still would keep the usual command and open the drawer when nobody
    /// stands there any more.
    private byte[] pulse(DevicePort.Line line, int drawer) {
        return before(new Conversation(line)).flatMap(PrinterStatus::trouble).isPresent()
                ? EscPos.drawerNow(drawer)
                : commands().greet().openDrawer(drawer).bytes();
    }

    /// How the printer is before it has got anything; empty if it doesn't talk.
    private Optional<PrinterStatus> before(Conversation talk) {
        if (isSilent) {
            return Optional.empty();
        }
        try {
            Optional<PrinterStatus> status = talk.status();
            isSilent = status.isEmpty();
            return status;
        } catch (DeviceFailed failure) {
            throw new DeviceFailed(failure.reason(), Outcome.NOT_BEGUN, where(), failure);
        }
    }

    private byte[] job(Slip slip) {
        return new SlipBytes(settings.paper(), settings.family(), settings.codePage()).encode(slip);
    }

    private EscPos commands() {
        return new EscPos(settings.family(), settings.codePage());
    }

    private String where() {
        return settings.address().toString();
    }

    private void awaitPaper(DevicePort.Line line, Conversation talk, Standstill standstill) {
        Optional<Reason> trouble = Optional.empty();
        int silences = 0;
        int unconfirmed = 0;
        try {
            line.write(commands().confirm().bytes());
            while (!talk.isConfirmed() && unconfirmed < MAX_UNCONFIRMED) {
                Optional<PrinterStatus> now = talk.status();
                silences = now.isEmpty() ? silences + 1 : 0;
                if (silences == MAX_SILENCES) {
                    throw failed(Reason.NO_ANSWER, Outcome.UNKNOWN);
                }
                trouble = now.isEmpty() ? trouble : now.get().trouble();
                if (trouble.isPresent()) {
                    standStill(line, failed(trouble.get(), Outcome.BROKEN_OFF), standstill);
                }
                unconfirmed = trouble.isPresent() ? 0 : unconfirmed + 1;
            }
        } catch (DeviceFailed failure) {
            // It stood still when it was heard last, so what it had left is lost.
            Outcome outcome = trouble.isPresent() ? Outcome.BROKEN_OFF : Outcome.UNKNOWN;
            throw new DeviceFailed(failure.reason(), outcome, where(), failure);
        }
    }

    private static void standStill(DevicePort.Line line, DeviceFailed why, Standstill standstill) {
        standstill.drawer().ifPresent(drawer -> line.write(EscPos.drawerNow(drawer)));
        if (!standstill.waits(why)) {
            throw why;
        }
    }

    private DeviceFailed failed(Reason reason, Outcome outcome) {
        return new DeviceFailed(reason, outcome, where(), null);
    }
}
