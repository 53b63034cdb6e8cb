package kmmotos.model.stock;

import java.util.UUID;
import kmmotos.model.stores.DeviceId;

/// Everything up to one place in one journal of a till. A till that began a new journal has a mark
/// in each of them, so nothing has to be known about which journal came first.
///
/// @param incarnation which of the till's journals
/// @param seq the last entry that is meant
public record JournalMark(DeviceId device, UUID incarnation, long seq) {

    public JournalMark {
        if (seq < 0) {
            throw new IllegalArgumentException("a place in a journal is 0 or more, was " + seq);
        }
    }
}
