package kmmotos.simulation.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.Carrier;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncProgress;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Refusal;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.Line;
import kmmotos.simulation.time.Agenda;

/// A till's line to the server. While an answer is on its way the counter goes on: whoever waits
/// for it may find that the world has moved.
public final class FaultyLine implements Line, Carrier {

    private static final int ONE_IN_AS_TEXT = 8;

    private final SimulatedServer server;
    private final Till till;
    private final CrashPoints points;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Weather weather;
    private final Runnable meanwhile;
    private final Function<DeviceId, Till> authors;
    private Object sent = "";

    /// How bad the line is at present.
    public interface Weather {
        /// What happens to the next request, if anything.
        Optional<Fault> next(String message);
    }

    /// @param meanwhile what the till's people do while an answer is on its way
    /// @param authors the tills whose facts this one may carry
    public FaultyLine(
            SimulatedServer server,
            Till till,
            CrashPoints points,
            Agenda agenda,
            RandomGenerator random,
            Weather weather,
            Runnable meanwhile,
            Function<DeviceId, Till> authors) {
        this.server = server;
        this.till = till;
        this.points = points;
        this.agenda = agenda;
        this.random = random;
        this.weather = weather;
        this.meanwhile = meanwhile;
        this.authors = authors;
    }

    @Override
    public Reply<UploadAnswer> upload(UploadBatch batch) {
        UploadBatch arrived = travelled(batch, UploadBatch.class);
        sent = batch;
        return exchange(
                "upload",
                () -> server.upload(till, arrived),
                answer -> travelled(answer, UploadAnswer.class));
    }

    /// @param author a till of the same shop
    @Override
    public Reply<UploadAnswer> carry(DeviceId author, UploadBatch batch) {
        UploadBatch arrived = travelled(batch, UploadBatch.class);
        sent = batch;
        return exchange(
                "upload",
                () -> server.upload(authors.apply(author), arrived),
                answer -> travelled(answer, UploadAnswer.class));
    }

    @Override
    public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
        return exchange(
                "feed",
                () -> server.feed(till, cursor),
                answer -> travelled(answer, FeedPage.class));
    }

    @Override
    public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
            throws IOException {
        Reply<byte[]> reply =
                exchange("snapshot", () -> snapshotOf(incarnation), UnaryOperator.identity());
        if (reply instanceof Reply.Answered<byte[]>(byte[] bytes)) {
            into.write(bytes, 0, arriving(bytes.length));
            return new Reply.Answered<>((long) bytes.length);
        }
        return reply instanceof Reply.Busy<byte[]>(Duration wait)
                ? new Reply.Busy<>(wait)
                : new Reply.Unreachable<>("the snapshot did not come");
    }

    @Override
    public Reply<StateDigest> digest(UUID incarnation) {
        return exchange(
                "digest",
                () -> server.digest(till, incarnation),
                answer -> travelled(answer, StateDigest.class));
    }

    /// Now and then the line breaks within a long answer, and nobody notices. Where, is a share of
    /// it: answers of different stores have different lengths.
    private int arriving(int bytes) {
        return random.nextInt(20) == 0 ? (int) (bytes * 0.9 * random.nextDouble()) : bytes;
    }

    private byte[] snapshotOf(UUID incarnation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        server.snapshot(till, incarnation, out);
        return out.toByteArray();
    }

    @Override
    public Reply<PriceList> priceList(String id) {
        return exchange(
                "price list",
                () -> server.priceList(id),
                answer -> travelled(answer, PriceList.class));
    }

    @Override
    public Reply<LeaseAnswer> lease(LeaseRequest request) {
        LeaseRequest arrived = travelled(request, LeaseRequest.class);
        sent = request;
        return exchange(
                "lease",
                () -> server.lease(till, arrived),
                answer -> travelled(answer, LeaseAnswer.class));
    }

    @Override
    public Reply<LeaseAnswer.Standing> renewLeases() {
        return exchange(
                "leases",
                () -> server.renewLeases(till),
                answer -> travelled(answer, LeaseAnswer.Standing.class));
    }

    @Override
    public Reply<CardBalance> giftCard(UUID cardId) {
        return exchange(
                "gift card",
                () -> server.giftCard(till, cardId),
                answer -> travelled(answer, CardBalance.class));
    }

    /// Head office of the simulation signs no coupons.
    @Override
    public Reply<CouponText> coupon(String code) {
        return new Reply.Refused<>(404, "unknown_coupon", "");
    }

    private <T> Reply<T> exchange(String message, Supplier<T> request, UnaryOperator<T> back) {
        points.reached("send " + message);
        Reply<T> reply =
                weather.next(message)
                        .map(fault -> suffer(fault, request))
                        .orElseGet(() -> ask(request, back));
        meanwhile.run();
        points.reached("receive " + message);
        return reply;
    }

    private <T> Reply<T> suffer(Fault fault, Supplier<T> request) {
        return switch (fault) {
            case ANSWER_LOST, ONE_WAY -> {
                Reply<T> _ = ask(request, UnaryOperator.identity());
                yield new Reply.Unreachable<>("timed out");
            }
            case DOUBLED -> {
                later(request);
                yield ask(request, UnaryOperator.identity());
            }
            case LATE -> {
                later(request);
                yield new Reply.Unreachable<>("timed out");
            }
            case BUSY -> new Reply.Busy<>(Duration.ofSeconds(1 + random.nextInt(30)));
            case TOO_LARGE -> new Reply.Refused<>(413, "body_too_large", "");
            case GARBAGE -> arrivesBroken();
            case STALE_PROGRAM -> new Reply.TooNew<>("a till of this version can't read that");
            case OLD_VERSION -> new Reply.Refused<>(403, "upgrade_needed", "");
            case GARBLED -> new Reply.Refused<>(400, "bad_batch_signature", "");
            default -> new Reply.Unreachable<>("no route");
        };
    }

    private <T> Reply<T> arrivesBroken() {
        try {
            new BrokenBody(random).arrive(sent);
            return new Reply.Refused<>(400, "bad_batch_signature", "");
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static <T> Reply<T> refused(Refusal refusal) {
        return new Reply.Refused<>(refusal.problem().status(), refusal.problem().code(), "");
    }

    private <T> void later(Supplier<T> request) {
        agenda.in(
                Duration.ofSeconds(random.nextInt(3_600)),
                () -> {
                    Reply<T> _ = ask(request, UnaryOperator.identity());
                });
    }

    private <T> Reply<T> ask(Supplier<T> request, UnaryOperator<T> back) {
        if (server.points().isDown() || server.isAway()) {
            return new Reply.Unreachable<>("connection refused");
        }
        if (server.isCrowded()) {
            return new Reply.Busy<>(Duration.ofSeconds(1 + random.nextInt(30)));
        }
        try {
            return new Reply.Answered<>(back.apply(request.get()));
        } catch (Refusal refusal) {
            return refusal.problem().status() == 503
                    ? new Reply.Busy<>(Duration.ofSeconds(1 + random.nextInt(30)))
                    : refused(refusal);
        } catch (Crash crash) {
            if (crash.isOf(points)) {
                throw crash;
            }
            return new Reply.Unreachable<>("connection reset");
        }
    }

    /// A message goes as text now and then, which proves that nothing is lost in writing it; always
    /// would cost most of the simulation's time.
    private <T> T travelled(T message, Class<T> type) {
        if (random.nextInt(ONE_IN_AS_TEXT) > 0) {
            return message;
        }
        try {
            return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(message), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can't be read back: " + type, e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
