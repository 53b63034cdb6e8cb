package kmmotos.desktop.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;

/// Writes snapshots as the server does.
public final class SnapshotFile {
    private SnapshotFile() {}

    public static byte[] gzip(
            Cursor cursor, Optional<UUID> incarnation, long haveSeq, List<Policy> policies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            TreeMap<String, Long> counts = new TreeMap<>();
            policies.forEach(policy ->
                    counts.merge(
                            Json.MAPPER.valueToTree(policy).get("type").asText(), 1L, Long::sum));
            line(out, new SnapshotHeader(cursor, incarnation, haveSeq, counts));
            for (Policy policy : policies) {
                line(out, policy);
            }
            out.write("{\"end\":%d}\n".formatted(policies.size()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(Json.MAPPER.writeValueAsBytes(value));
        out.write('\n');
    }

    /// Puts a snapshot where enrolment puts it.
    public static void place(TillFolder folder, List<Policy> policies, List<PriceList> lists) {
        try {
            Files.createDirectories(folder.priceLists());
            Files.write(folder.snapshot(), gzip(Cursor.START, Optional.empty(), 0, policies));
            for (PriceList list : lists) {
                Files.write(
                        folder.priceLists().resolve(id(list) + ".json"), CanonicalJson.bytes(list));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content-addressed name of a price list.
    public static String id(PriceList list) {
        return HashChain.sha256Hex(CanonicalJson.bytes(list));
    }
}
