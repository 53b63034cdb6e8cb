package kmmotos.desktop.fitment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import kmmotos.model.fitment.Vin;

/// The makers' codes and model patterns of motorcycles that were sold in the United States, from
/// the vPIC database of the NHTSA (in the public domain). Works without a network.
///
/// The file begins with the number of makers; for each its code, its makes with `|` between, and
/// how long its patterns are, deflated. The patterns follow in the same order. A maker's patterns
/// are unpacked when a VIN of theirs is asked for.
public final class VinTable {

    /// What is known of one maker.
    ///
    /// @param patterns lines of [VinPattern]
    public record Maker(List<String> makes, List<String> patterns) {}

    private record Packed(List<String> makes, int offset, int length) {}

    private final byte[] bytes;
    private final Map<String, Packed> makers = new HashMap<>();

    private VinTable(byte[] bytes) throws IOException {
        this.bytes = bytes;
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        int count = in.readInt();
        var codes = new ArrayList<String>();
        var packed = new ArrayList<Packed>();
        int length = 0;
        for (int i = 0; i < count; i++) {
            codes.add(in.readUTF());
            var makes = List.of(in.readUTF().split("\\|"));
            packed.add(new Packed(makes, length, in.readInt()));
            length += packed.getLast().length();
        }
        int start = bytes.length - length;
        for (int i = 0; i < count; i++) {
            var one = packed.get(i);
            makers.put(codes.get(i), new Packed(one.makes(), start + one.offset(), one.length()));
        }
    }

    /// The table that comes with the program.
    public static VinTable read() {
        try (InputStream in = VinTable.class.getResourceAsStream("vin-table.bin")) {
            return new VinTable(Objects.requireNonNull(in, "no vin-table.bin").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the table of VINs can't be read", e);
        }
    }

    /// The bytes of a table of these makers, by their codes.
    public static byte[] write(SortedMap<String, Maker> makers) {
        try {
            var head = new ByteArrayOutputStream();
            var out = new DataOutputStream(head);
            var patterns = new ByteArrayOutputStream();
            out.writeInt(makers.size());
            for (var maker : makers.entrySet()) {
                byte[] deflated = deflated(maker.getValue().patterns());
                out.writeUTF(maker.getKey());
                out.writeUTF(String.join("|", maker.getValue().makes()));
                out.writeInt(deflated.length);
                patterns.write(deflated);
            }
            patterns.writeTo(out);
            return head.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static byte[] deflated(List<String> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// @param latest no model of a later year is built yet
    public DecodedVin decode(Vin vin, int latest) {
        var years = vin.years(latest);
        var maker = makers.get(vin.maker());
        if (maker == null) {
            return new DecodedVin(vin, List.of(), years.stream().findFirst(), List.of());
        }
        var patterns = patterns(maker).map(VinPattern::parse).toList();
        for (int year : years) {
            var models = models(vin, year, patterns);
            if (!models.isEmpty()) {
                return new DecodedVin(
                        vin,
                        maker.makes(),
                        Optional.of(year),
                        models.stream().map(name -> model(name, maker.makes())).toList());
            }
        }
        return new DecodedVin(vin, maker.makes(), years.stream().findFirst(), List.of());
    }

    /// Those that ask for most of the VIN's letters.
    private static List<String> models(Vin vin, int year, List<VinPattern> patterns) {
        var holding =
                patterns.stream()
                        .filter(pattern -> pattern.holdsIn(year) && pattern.matches(vin) > 0)
                        .toList();
        int most = holding.stream().mapToInt(pattern -> pattern.matches(vin)).max().orElse(0);
        return holding.stream()
                .filter(pattern -> pattern.matches(vin) == most)
                .map(VinPattern::model)
                .distinct()
                .toList();
    }

    private static DecodedVin.Model model(String name, List<String> makes) {
        return makes.stream()
                .filter(make -> name.startsWith(make + " "))
                .findFirst()
                .map(make -> new DecodedVin.Model(make, name.substring(make.length() + 1)))
                .orElseGet(() -> new DecodedVin.Model(makes.getFirst(), name));
    }

    private Stream<String> patterns(Packed maker) {
        var in =
                new InflaterInputStream(
                        new ByteArrayInputStream(bytes, maker.offset(), maker.length()));
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("the table of VINs is damaged", e);
        }
    }
}
