package kmmotos.desktop.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The till's journal: an append-only chain of facts, each forced to disk before [#append] returns.
///
/// An incarnation is one unbroken life of it. A new one begins, with all facts that are still kept
/// and under their old event ids, when the marker shows that the folder was set back to an older
/// state, when the server says that the chain forked, and when damaged facts were given up.
///
/// Once an append has failed the disk can't be trusted to say what it holds: nothing more is taken
/// until the journal has been opened and checked again.
public final class Journal implements AutoCloseable {
    /// Below this much room and without a spare segment no sale is begun: paying must not fail.
    private static final int MIN_ROOM_BYTES = 32 * 1024;

    private final JournalSettings settings;
    private final Incarnations incarnations;
    private final Marker marker;
    private final Findings findings;
    private final Optional<SecondCopy> copy;
    private final List<Segment> segments = new ArrayList<>();
    private SegmentFolder folder;
    private Place place;
    private @Nullable String refusal;

    private Journal(JournalSettings settings, Findings findings, Place place) throws IOException {
        this.settings = settings;
        this.findings = findings;
        this.place = place;
        incarnations = new Incarnations(settings);
        folder = incarnations.folder(place.incarnation());
        marker = Marker.open(settings.disk(), settings.marker());
        copy = settings.secondCopy().map(into -> new SecondCopy(settings.disk(), into));
    }

    /// Opens the journal, or begins one: cuts a torn tail, checks every fact, notices a folder that
    /// was set back.
    ///
    /// @param fresh the incarnation to begin if one must begin
    /// @throws JournalDamaged if a fact that was safe can't be read
    public static Journal open(JournalSettings settings, UUID fresh, Renumbering renumbering) {
        try {
            return opened(settings, fresh, renumbering);
        } catch (IOException e) {
            throw new JournalFailed(
                    "the journal in %s can't be opened: %s".formatted(settings.folder(), e), e);
        }
    }

    /// Makes the next journal that begins here count its receipts in a series above this one.
    public static void beginAboveSeries(JournalSettings settings, int series) {
        try (Marker marker = Marker.open(settings.disk(), settings.marker())) {
            marker.write(new Place(new UUID(0, 0), series, 0));
        } catch (IOException e) {
            throw new JournalFailed(
                    "the marker %s can't be written: %s".formatted(settings.marker(), e), e);
        }
    }

    private static Journal opened(JournalSettings settings, UUID fresh, Renumbering renumbering)
            throws IOException {
        settings.disk().createFolders(settings.folder());
        Incarnations incarnations = new Incarnations(settings);
        Optional<Place> marked = incarnations.marked();
        Optional<Place> current = incarnations.current();
        Place place = current.orElse(new Place(fresh, incarnations.nextSeries(), 0));
        Journal journal = new Journal(settings, new Findings(), place);
        try {
            journal.load(marked, current.isEmpty());
            if (marked.isPresent() && current.isPresent() && journal.isBehind(marked.get())) {
                journal.findings.note(
                        "the data folder was set back to an older state; a new journal was begun");
                journal.beginIncarnation(fresh, journal.all(), renumbering);
            }
        } catch (IOException | JournalFailed e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    private void load(Optional<Place> marked, boolean isNew) throws IOException {
        long safeSeq =
                marked.filter(seen -> seen.incarnation().equals(place.incarnation()))
                        .map(Place::seq)
                        .orElse(0L);
        segments.addAll(folder.open(safeSeq, findings));
        if (segments.isEmpty()) {
            segments.add(folder.begin(segments, firstHead(place.incarnation())));
        }
        if (isNew) {
            incarnations.makeCurrent(place);
        }
        takeRoom();
        copy.ifPresent(other -> other.follow(folderName(), segments));
    }

    private boolean isBehind(Place marked) {
        return !marked.incarnation().equals(place.incarnation()) || marked.seq() > endSeq();
    }

    private static SegmentHead firstHead(UUID incarnation) {
        return new SegmentHead(incarnation, 1, 0, Chain.START);
    }

    /// Writes one fact and forces it to disk. When this returns, no crash or power cut can lose it.
    ///
    /// @param counter the receipt counter after this fact
    /// @throws JournalFailed if the disk did not take it: then it did not happen
    public synchronized JournalRecord append(Instant at, long counter, byte[] body) {
        if (refusal != null) {
            throw new JournalFailed(refusal);
        }
        if (body.length == 0 || body.length > maxBodyBytes()) {
            throw new IllegalArgumentException(
                    "a fact has 1 to %d bytes, was %d".formatted(maxBodyBytes(), body.length));
        }
        makeRoomFor(body.length);
        Segment segment = segments.getLast();
        byte[] hash = Chain.next(segment.lastHash(), body);
        JournalRecord record = new JournalRecord(endSeq() + 1, at, counter, hash, body);
        force(segment, record);
        mark();
        copy.ifPresent(SecondCopy::catchUp);
        return record;
    }

    private int maxBodyBytes() {
        return Math.min(Frame.MAX_BODY_BYTES, settings.segmentBytes() / 2);
    }

    private void makeRoomFor(int bodyBytes) {
        Segment full = segments.getLast();
        if (full.hasRoomFor(bodyBytes)) {
            return;
        }
        try {
            segments.add(folder.begin(segments, headAfter(full)));
        } catch (IOException e) {
            throw new JournalFailed("the disk is full: make room, then try again", e);
        }
        copy.ifPresent(other -> other.follow(folderName(), segments));
        takeRoom();
    }

    private SegmentHead headAfter(Segment full) {
        return new SegmentHead(
                place.incarnation(),
                full.lastSeq() + 1,
                full.lastCounter(),
                Chain.text(full.lastHash()));
    }

    private void force(Segment segment, JournalRecord record) {
        try {
            segment.append(record);
        } catch (IOException e) {
            refusal =
                    "the disk failed while a sale was written down (%s). It was NOT sold. Check the"
                                    .formatted(e.getMessage())
                            + " disk, then start the till again";
            JournalFailed failed = new JournalFailed(refusal, e);
            wipe(segment, record, failed);
            throw failed;
        }
    }

    private static void wipe(Segment segment, JournalRecord record, JournalFailed failed) {
        try {
            segment.wipeFailedAppend(record);
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
    }

    private void mark() {
        try {
            marker.write(new Place(place.incarnation(), place.series(), endSeq()));
        } catch (IOException e) {
            findings.note("the marker %s can't be written: %s".formatted(settings.marker(), e));
        }
    }

    private void forceMark() {
        try {
            marker.force();
        } catch (IOException e) {
            findings.note("the marker %s can't be forced: %s".formatted(settings.marker(), e));
        }
    }

    private void takeRoom() {
        try {
            folder.keepSpare(segments);
        } catch (IOException e) {
            findings.note("the disk has no room for the next part of the journal: " + e);
        }
    }

    /// Asked before a sale begins, so that a full disk is met early and not when paying. Tries
    /// again to take room, so it is ready as soon as somebody made some.
    public synchronized Readiness readiness() {
        if (refusal != null) {
            return new Readiness.Refusing(refusal);
        }
        if (!folder.hasSpare(segments)) {
            takeRoom();
        }
        if (folder.hasSpare(segments)) {
            return new Readiness.Ready();
        }
        int left = segments.getLast().freeBytes();
        return left < MIN_ROOM_BYTES
                ? new Readiness.Refusing("the disk is full: make room before selling")
                : new Readiness.LowOnRoom(left);
    }

    /// Begins a new incarnation that holds all kept facts under their old event ids.
    ///
    /// @throws JournalFailed if the disk did not take it; the old one goes on then
    public synchronized void beginIncarnation(UUID incarnation, Renumbering renumbering) {
        try {
            beginIncarnation(incarnation, all(), renumbering);
        } catch (IOException e) {
            throw new JournalFailed("a new journal could not be begun: " + e, e);
        }
    }

    private void beginIncarnation(
            UUID incarnation, List<JournalRecord> facts, Renumbering renumbering)
            throws IOException {
        Place next = new Place(incarnation, incarnations.nextSeries(), facts.size());
        SegmentFolder nextFolder = incarnations.folder(incarnation);
        List<Segment> written =
                new Rewriting(nextFolder, renumbering).write(firstHead(incarnation), facts);
        makeCurrent(next);
        List<Segment> old = List.copyOf(segments);
        segments.clear();
        segments.addAll(written);
        place = next;
        folder = nextFolder;
        closeOld(old);
        mark();
        forceMark();
        takeRoom();
        copy.ifPresent(other -> other.follow(folderName(), segments));
    }

    private void closeOld(List<Segment> old) {
        try {
            closeAll(old);
        } catch (IOException e) {
            findings.note("the old journal could not be closed: " + e);
        }
    }

    /// If this fails, nobody can tell which of the two is the journal after a power cut.
    private void makeCurrent(Place next) throws IOException {
        try {
            incarnations.makeCurrent(next);
        } catch (IOException e) {
            refusal = "a new journal could not be begun, start the till again: " + e;
            throw e;
        }
    }

    /// Gives up the facts that can't be read any more and begins a new incarnation with all others.
    /// The damaged files stay where they are.
    ///
    /// @return the numbers, in the old incarnation, of the facts that were saved
    public static List<Long> repair(JournalSettings settings, UUID fresh, Renumbering renumbering) {
        try {
            Incarnations incarnations = new Incarnations(settings);
            Place old = incarnations.current().orElseThrow(() -> new IOException("no journal"));
            List<JournalRecord> readable =
                    Salvage.readable(
                            settings.disk(), incarnations.folder(old.incarnation()).files());
            try (Journal journal = new Journal(settings, new Findings(), old)) {
                journal.beginIncarnation(fresh, readable, renumbering);
            }
            return readable.stream().map(JournalRecord::seq).toList();
        } catch (IOException e) {
            throw new JournalFailed("the journal can't be repaired: " + e, e);
        }
    }

    /// Facts from this number on, at most so many and so many bytes, but one if there is one.
    public synchronized List<JournalRecord> read(long fromSeq, int maxFacts, int maxBytes) {
        List<JournalRecord> facts = new ArrayList<>();
        int bytes = 0;
        for (long seq = Math.max(fromSeq, firstSeq()); seq <= endSeq(); seq++) {
            JournalRecord fact = fact(seq);
            bytes += fact.body().length;
            if (!facts.isEmpty() && (bytes > maxBytes || facts.size() >= maxFacts)) {
                break;
            }
            facts.add(fact);
        }
        return facts;
    }

    private List<JournalRecord> all() {
        return read(firstSeq(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private JournalRecord fact(long seq) {
        try {
            for (Segment segment : segments.reversed()) {
                if (segment.holds(seq)) {
                    return segment.read(seq);
                }
            }
        } catch (IOException e) {
            throw new JournalFailed("fact %d can't be read: %s".formatted(seq, e), e);
        }
        throw new IllegalArgumentException(
                "facts %d to %d are kept, asked for %d".formatted(firstSeq(), endSeq(), seq));
    }

    /// The chain's hash after this fact, in hexadecimal; empty if it is not kept any more or not
    /// yet written.
    public synchronized Optional<String> hashAt(long seq) {
        if (seq == firstSeq() - 1) {
            return Optional.of(segments.getFirst().head().prevHash());
        }
        return seq >= firstSeq() && seq <= endSeq()
                ? Optional.of(Chain.text(fact(seq).hash()))
                : Optional.empty();
    }

    /// Frees the room of facts that are safe elsewhere and old enough (rule R2). Whole segments
    /// only, never the newest.
    public synchronized void prune(long safeSeq, Instant olderThan) {
        try {
            while (segments.size() > 1 && isDone(segments.getFirst(), safeSeq, olderThan)) {
                folder.delete(segments.removeFirst());
            }
        } catch (IOException e) {
            throw new JournalFailed("old facts could not be freed: " + e, e);
        }
    }

    private boolean isDone(Segment segment, long safeSeq, Instant olderThan) {
        return segment.lastSeq() <= safeSeq
                && (segment.lastSeq() < segment.head().firstSeq()
                        || fact(segment.lastSeq()).at().isBefore(olderThan));
    }

    /// The first fact that is still kept; one more than [#endSeq] if there is none.
    public synchronized long firstSeq() {
        return segments.getFirst().head().firstSeq();
    }

    /// The number of the newest fact; 0 if there is none yet.
    public synchronized long endSeq() {
        return segments.getLast().lastSeq();
    }

    /// The last receipt number used in this incarnation's series.
    public synchronized long counter() {
        return segments.getLast().lastCounter();
    }

    /// Up to here this incarnation repeats what older ones told; 0 for the first.
    public synchronized long retoldSeq() {
        return place.seq();
    }

    public synchronized UUID incarnation() {
        return place.incarnation();
    }

    public synchronized int series() {
        return place.series();
    }

    /// What was noticed and put right, in plain words.
    public synchronized List<String> findings() {
        List<String> all = new ArrayList<>(findings.notes());
        copy.flatMap(SecondCopy::problem).ifPresent(all::add);
        return all;
    }

    private String folderName() {
        return place.incarnation().toString();
    }

    private static void closeAll(List<Segment> segments) throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
    }

    @Override
    public synchronized void close() {
        copy.ifPresent(SecondCopy::close);
        try (marker) {
            forceMark();
            closeAll(segments);
        } catch (IOException e) {
            throw new JournalFailed("the journal could not be closed: " + e, e);
        }
    }
}
