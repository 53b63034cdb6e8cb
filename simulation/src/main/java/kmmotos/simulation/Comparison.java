package kmmotos.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncProgress;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.simulation.stores.Picture;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.Line;

/// Runs one plan over memory and over other stores: both must live through the same, give the same
/// answers and hold the same.
public final class Comparison {

    private static final int SHOWN = 5;

    /// What one run saw.
    private static final class Seen {
        private final List<String> answers = new ArrayList<>();
        private final List<String> happenings = new ArrayList<>();
        private final List<Picture> pictures = new ArrayList<>();
        private final Outcome outcome;

        Seen(Plan plan, Stores stores) {
            this.outcome =
                    Simulation.run(
                            plan,
                            Variant.REAL.withLine(line -> new Overheard(line, answers)),
                            stores,
                            happenings::add,
                            pictures::add);
        }
    }

    private final Plan plan;
    private final Seen memory;
    private final Seen other;

    private Comparison(Plan plan, Stores stores) {
        this.plan = plan;
        this.memory = new Seen(plan, Stores.inMemory());
        this.other = new Seen(plan, stores);
    }

    public static Comparison of(Plan plan, Stores stores) {
        return new Comparison(plan, stores);
    }

    /// How it went over the other stores.
    public Outcome outcome() {
        return other.outcome;
    }

    /// What differs, memory first, each with its seed and step; the first of each kind tells most.
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        first("answer", memory.answers, other.answers, differences);
        first("happening", memory.happenings, other.happenings, differences);
        int both = Math.min(memory.pictures.size(), other.pictures.size());
        for (int i = 0; i < both && differences.size() < SHOWN; i++) {
            Picture here = memory.pictures.get(i);
            here.differences(other.pictures.get(i)).stream()
                    .limit(SHOWN)
                    .map(difference ->
                            "seed %d, %s: %s".formatted(plan.seed(), here.at(), difference))
                    .forEach(differences::add);
        }
        if (!other.outcome.holds()) {
            differences.add("seed %d: %s".formatted(plan.seed(), other.outcome.violations()));
        }
        return differences;
    }

    /// What was compared, in one line.
    @Override
    public String toString() {
        return "seed %d: %,d facts, %,d faults, %,d answers and %d states are %s"
                .formatted(
                        plan.seed(),
                        memory.outcome.facts(),
                        memory.outcome.coverage().faults(),
                        memory.answers.size(),
                        memory.pictures.size(),
                        differences().isEmpty() ? "the same" : "not the same");
    }

    private void first(
            String kind, List<String> here, List<String> there, List<String> differences) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            String one = i < here.size() ? here.get(i) : "nothing";
            String two = i < there.size() ? there.get(i) : "nothing";
            if (!one.equals(two)) {
                differences.add(
                        "seed %d, %s %d: %s, but %s".formatted(plan.seed(), kind, i, one, two));
                return;
            }
        }
    }

    /// A till's line, whose answers are noted.
    private record Overheard(Line line, List<String> answers) implements Line {

        @Override
        public Reply<UploadAnswer> upload(UploadBatch batch) {
            Reply<UploadAnswer> reply = line.upload(batch);
            answers.add("upload from " + batch.fromSeq() + ": " + reply);
            return reply;
        }

        @Override
        public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
            Reply<FeedPage> reply = line.feed(cursor, wait);
            answers.add("feed: " + told(reply));
            return reply;
        }

        /// Entries have ids that each store makes up.
        private static String told(Reply<FeedPage> reply) {
            if (!(reply instanceof Reply.Answered<FeedPage>(FeedPage page))) {
                return reply.toString();
            }
            return page.entries().stream().map(Overheard::told).toList()
                    + " snapshots of "
                    + page.snapshotScopes();
        }

        private static String told(FeedEntry entry) {
            return entry.scope() + " " + entry.n() + " " + Picture.words(entry.policy());
        }

        @Override
        public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
                throws IOException {
            Reply<Long> reply = line.snapshot(incarnation, into, progress);
            answers.add("snapshot: " + reply.getClass().getSimpleName());
            return reply;
        }

        @Override
        public Reply<StateDigest> digest(UUID incarnation) {
            Reply<StateDigest> reply = line.digest(incarnation);
            answers.add("digest: " + withoutPlace(reply));
            return reply;
        }

        /// The feed's entries have ids of chance, so a place in it is another one in each server.
        private static String withoutPlace(Reply<StateDigest> reply) {
            return reply instanceof Reply.Answered<StateDigest>(StateDigest digest)
                    ? digest.haveSeq() + " " + digest.sums() + " " + digest.priceLists()
                    : reply.toString();
        }

        @Override
        public Reply<LeaseAnswer> lease(LeaseRequest request) {
            Reply<LeaseAnswer> reply = line.lease(request);
            answers.add("lease: " + reply);
            return reply;
        }

        @Override
        public Reply<LeaseAnswer.Standing> renewLeases() {
            Reply<LeaseAnswer.Standing> reply = line.renewLeases();
            answers.add("leases: " + reply);
            return reply;
        }

        @Override
        public Reply<CardBalance> giftCard(UUID cardId) {
            Reply<CardBalance> reply = line.giftCard(cardId);
            answers.add("gift card: " + reply);
            return reply;
        }

        @Override
        public Reply<CouponText> coupon(String code) {
            return line.coupon(code);
        }

        @Override
        public Reply<PriceList> priceList(String id) {
            Reply<PriceList> reply = line.priceList(id);
            answers.add("price list: " + reply);
            return reply;
        }
    }
}
