package kmmotos.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Disk;
import kmmotos.model.sync.Enrolment;
import kmmotos.model.sync.Json;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Makes a folder an enrolled till: its own key, the server's word on which till it is, and a first
/// snapshot. Once it is enrolled, a snapshot that did not come is taken up by the sync.
public final class Enroller {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);

    private final TillFolder folder;
    private final Clock clock;
    private final String appVersion;

    public Enroller(TillFolder folder, Clock clock, String appVersion) {
        this.folder = folder;
        this.clock = clock;
        this.appVersion = appVersion;
    }

    /// @param server the server's address as typed
    /// @param code the one-time code that head office gave out
    public EnrolmentAnswer enrol(String server, String code, SyncProgress progress) {
        Optional<HttpUrl> address = Sync.address(server);
        if (address.isEmpty()) {
            return new EnrolmentAnswer.WrongAddress("\"" + server + "\" is no address");
        }
        String publicKey = DeviceKey.make(folder);
        Reply<Enrolment.Answer> reply = ask(address.get(), code, publicKey);
        return switch (reply) {
            case Reply.Answered<Enrolment.Answer>(Enrolment.Answer answer) ->
                    enrolled(address.get(), answer, progress);
            case Reply.Refused<Enrolment.Answer>(_, _, String detail) ->
                    new EnrolmentAnswer.CodeRefused(detail);
            case Reply.NotOurServer<Enrolment.Answer>(String why) ->
                    new EnrolmentAnswer.WrongAddress(why);
            case Reply.Unreachable<Enrolment.Answer>(String why) ->
                    new EnrolmentAnswer.NoAnswer(why);
            case Reply.TooNew<Enrolment.Answer>(String why) -> new EnrolmentAnswer.NoAnswer(why);
            case Reply.Busy<Enrolment.Answer> _ ->
                    new EnrolmentAnswer.NoAnswer("the server is busy; try again in a minute");
        };
    }

    private Reply<Enrolment.Answer> ask(HttpUrl address, String code, String publicKey) {
        HttpCalls calls = new HttpCalls(ANSWER_TIME);
        byte[] body =
                kmmotos.model.sync.CanonicalJson.bytes(
                        new Enrolment.Request(code.strip(), publicKey, appVersion));
        Request request =
                new Request.Builder()
                        .url(address.newBuilder().addPathSegments("sync/v1/enrolments").build())
                        .post(RequestBody.create(body, MediaType.get("application/json")))
                        .build();
        try {
            return calls.send(
                    request,
                    response ->
                            Json.MAPPER.readValue(response.body().bytes(), Enrolment.Answer.class));
        } finally {
            calls.close();
        }
    }

    private EnrolmentAnswer enrolled(
            HttpUrl address, Enrolment.Answer answer, SyncProgress progress) {
        Identity identity = new Identity(address.toString(), answer.till(), answer.store());
        identity.write(folder);
        ServerClock serverClock = new ServerClock(clock);
        serverClock.learn(answer.serverTime());
        try (SyncClient client =
                new SyncClient(
                        address, answer.till().deviceId(), DeviceKey.read(folder), serverClock)) {
            KeptSnapshot snapshot = new KeptSnapshot(Disk.real(), folder);
            UUID noJournalYet = new UUID(0, 0);
            if (snapshot.fetch(client, noJournalYet, progress) instanceof Reply.Answered<Long>) {
                snapshot.keep();
            }
        }
        return new EnrolmentAnswer.Enrolled(identity);
    }
}
