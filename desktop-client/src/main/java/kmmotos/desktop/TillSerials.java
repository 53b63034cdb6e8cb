package kmmotos.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.sync.Event;

/// What is known of serial numbers: in this till's books, in what is kept of the journals of the
/// shop's other tills, and at head office while there is a connection.
final class TillSerials {
    private final Till till;

    TillSerials(Till till) {
        this.till = till;
    }

    SerialHistory find(String number) {
        till.recorder().project();
        List<SerialStep> told =
                new ArrayList<>(
                        till.database()
                                .read(session -> till.stores().serials().of(session, number)));
        till.neighbours().events(number).flatMap(TillSerials::steps).forEach(told::add);
        boolean isConnected = till.sync().status().connection() == SyncStatus.Connection.CONNECTED;
        if (isConnected
                && till.sync().counter().serial(number)
                        instanceof Reply.Answered<SerialHistory>(SerialHistory answer)) {
            told.addAll(answer.steps());
        }
        return SerialHistory.of(number, told);
    }

    /// Of deliveries another till of the shop tells head office, and there they are found.
    private static Stream<SerialStep> steps(Event event) {
        return event instanceof Event.SaleCompleted(var sale) ? SerialStep.of(sale) : Stream.of();
    }
}
