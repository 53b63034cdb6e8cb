package kmmotos.desktop.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes facts into the folder of a new incarnation: numbered anew, chained anew, with a receipt
/// counter that starts at 0 because the series is new.
final class Rewriting {
    private final SegmentFolder folder;
    private final Renumbering renumbering;
    private final List<Segment> written = new ArrayList<>();

    Rewriting(SegmentFolder folder, Renumbering renumbering) {
        this.folder = folder;
        this.renumbering = renumbering;
    }

    List<Segment> write(SegmentHead first, List<JournalRecord> facts) throws IOException {
        try {
            written.add(folder.begin(written, first));
            for (JournalRecord fact : facts) {
                write(first, fact);
            }
            return written;
        } catch (IOException e) {
            giveUp(e);
            throw e;
        }
    }

    /// The room goes back to the old journal, which stays the current one.
    private void giveUp(IOException why) {
        try {
            for (Segment segment : written) {
                segment.close();
            }
            folder.deleteAll();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private void write(SegmentHead first, JournalRecord fact) throws IOException {
        long seq = written.getLast().lastSeq() + 1;
        byte[] body = renumbering.numbered(fact.body(), seq);
        if (!written.getLast().hasRoomFor(body.length)) {
            String hash = Chain.text(written.getLast().lastHash());
            written.add(folder.begin(written, new SegmentHead(first.incarnation(), seq, 0, hash)));
        }
        Segment segment = written.getLast();
        byte[] hash = Chain.next(segment.lastHash(), body);
        segment.append(new JournalRecord(seq, fact.at(), 0, hash, body));
    }
}
