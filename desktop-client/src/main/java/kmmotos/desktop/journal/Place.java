package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the life of a journal, as one line of text with a checksum.
///
/// @param series the receipt series of this incarnation, from 1
/// @param seq the last fact seen
record Place(UUID incarnation, int series, long seq) {
    private static final Pattern LINE =
            Pattern.compile("(\\S{36}) (\\d{10}) (\\d{19}) (-?\\d+)\\s*");

    String line() {
        String text = "%s %010d %019d".formatted(incarnation, series, seq);
        return "%s %12d%n".formatted(text, text.hashCode()).replace("\r", "");
    }

    /// The place written in a file; empty if there is none, or no whole one.
    static Optional<Place> in(Disk disk, Path file) throws IOException {
        return disk.exists(file)
                ? parse(new String(disk.read(file), StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    static Optional<Place> parse(String line) {
        Matcher matcher = LINE.matcher(line.replaceAll(" +", " "));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Place place =
                new Place(
                        UUID.fromString(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Long.parseLong(matcher.group(3)));
        return Optional.of(place).filter(read -> read.line().equals(line));
    }
}
