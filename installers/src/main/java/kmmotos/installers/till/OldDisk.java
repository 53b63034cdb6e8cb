package kmmotos.installers.till;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.journal.OldJournal;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.Identity;
import kmmotos.desktop.sync.TillFolder;
import kmmotos.installers.api.ServerApi;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.EventType;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadBatch;

/// An old till's disk, or the second copy of its journal, and what the server lacks of it.
public final class OldDisk {
    private static final String ADMIN = "/api/admin/v1";

    private final DeviceId device;
    private final List<OldJournal> journals;
    private final Optional<DeviceKey> key;

    private OldDisk(DeviceId device, List<OldJournal> journals, Optional<DeviceKey> key) {
        this.device = device;
        this.journals = List.copyOf(journals);
        this.key = key;
    }

    /// @param named the till's device id, where the folder does not say it
    public static OldDisk read(Path folder, Optional<DeviceId> named) {
        TillFolder till = TillFolder.at(folder);
        try {
            List<OldJournal> journals =
                    OldJournal.in(Files.isDirectory(till.journal()) ? till.journal() : folder);
            if (journals.isEmpty()) {
                throw new IllegalArgumentException(folder + " holds no journal of a till.");
            }
            return new OldDisk(device(till, named), journals, key(till));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeviceId device(TillFolder till, Optional<DeviceId> named) {
        return named.or(() ->
                        till.isEnrolled()
                                ? Optional.of(Identity.read(till).till().deviceId())
                                : Optional.empty())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Which till is it? The folder does not say; give --till DEVICE."));
    }

    private static Optional<DeviceKey> key(TillFolder till) {
        return Files.exists(till.deviceKey())
                ? Optional.of(DeviceKey.read(till))
                : Optional.empty();
    }

    DeviceId device() {
        return device;
    }

    public List<OldJournal> journals() {
        return journals;
    }

    /// Whether the till's key is there, so that its facts can be signed.
    boolean isSigned() {
        return key.isPresent();
    }

    long receipts(OldJournal journal) {
        return journal.facts().stream()
                .map(OldDisk::entry)
                .filter(entry -> entry.type().equals(EventType.SALE_COMPLETED.wireName()))
                .count();
    }

    /// How far the server has a journal.
    long have(ServerApi office, UUID incarnation) {
        for (JsonNode item : office.get(path()).path("items")) {
            if (item.path("incarnation").asText().equals(incarnation.toString())) {
                return item.path("have_seq").asLong();
            }
        }
        return 0;
    }

    /// Sends what the server lacks, batch by batch.
    ///
    /// @return how many facts were sent
    public long send(ServerApi office, OldJournal journal) {
        long have = have(office, journal.incarnation());
        long sent = 0;
        while (have < journal.endSeq()) {
            UploadBatch batch = batch(journal, Math.max(have, journal.firstSeq() - 1));
            JsonNode answer = office.post(path(), batch);
            long now = answer.path("have_seq").asLong();
            if (now <= have) {
                throw new IllegalStateException("the server stays at " + now);
            }
            sent += batch.events().size();
            have = now;
        }
        return sent;
    }

    private String path() {
        return ADMIN + "/tills/" + device + "/journals";
    }

    private UploadBatch batch(OldJournal journal, long have) {
        List<JournalEntry> events = new ArrayList<>();
        int bytes = 0;
        for (JournalRecord fact : journal.after(have)) {
            bytes += fact.body().length;
            if (!events.isEmpty()
                    && (bytes > UploadBatch.MAX_BYTES || events.size() >= UploadBatch.MAX_EVENTS)) {
                break;
            }
            events.add(entry(fact));
        }
        UploadBatch batch =
                new UploadBatch(
                        journal.incarnation(),
                        have + 1,
                        journal.hashAt(have),
                        events,
                        journal.endSeq(),
                        new UploadBatch.DeviceClock(journal.facts().getLast().at(), 0, "old disk"),
                        "old disk",
                        "");
        return key.map(signer -> batch.signed(signer.signature(batch))).orElse(batch);
    }

    private static JournalEntry entry(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("fact " + fact.seq() + " is no JSON", e);
        }
    }
}
