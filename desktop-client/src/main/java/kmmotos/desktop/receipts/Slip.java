package kmmotos.desktop.receipts;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.receipts.SlipPart.Align;
import kmmotos.desktop.receipts.SlipPart.Emphasis;

/// A paper document: what stands on it, whatever its width and the printer.
///
/// @param name what a person calls it ("S1-2-A-17"), for lists and messages
public record Slip(String name, List<SlipPart> parts) {

    public Slip {
        parts = List.copyOf(parts);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /// The same document with a line above everything, as "COPY" on a reprint.
    public Slip headed(String heading) {
        var all = new ArrayList<SlipPart>();
        all.add(new SlipPart.Text(heading, Align.CENTER, Emphasis.LARGE));
        all.addAll(parts);
        return new Slip(name, all);
    }

    /// The same document with a line above and below everything, so that nobody takes it for a real
    /// one, not even a half of it.
    public Slip marked(String mark) {
        var all = new ArrayList<>(headed(mark).parts());
        all.add(new SlipPart.Text(mark, Align.CENTER, Emphasis.LARGE));
        return new Slip(name, all);
    }

    /// Collects the parts of a slip from top to bottom.
    public static final class Builder {
        private final String name;
        private final List<SlipPart> parts = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder text(String text) {
            return add(new SlipPart.Text(text, Align.LEFT, Emphasis.NORMAL));
        }

        public Builder centered(String text) {
            return add(new SlipPart.Text(text, Align.CENTER, Emphasis.NORMAL));
        }

        public Builder heading(String text) {
            return add(new SlipPart.Text(text, Align.CENTER, Emphasis.BOLD));
        }

        public Builder large(String text) {
            return add(new SlipPart.Text(text, Align.CENTER, Emphasis.LARGE));
        }

        public Builder bold(String text) {
            return add(new SlipPart.Text(text, Align.LEFT, Emphasis.BOLD));
        }

        public Builder pair(String left, String right) {
            return add(new SlipPart.Pair(left, right, Emphasis.NORMAL));
        }

        public Builder boldPair(String left, String right) {
            return add(new SlipPart.Pair(left, right, Emphasis.BOLD));
        }

        public Builder largePair(String left, String right) {
            return add(new SlipPart.Pair(left, right, Emphasis.LARGE));
        }

        public Builder rule() {
            return add(new SlipPart.Rule());
        }

        public Builder gap() {
            return add(new SlipPart.Gap());
        }

        public Builder barcode(String text) {
            return add(new SlipPart.Barcode(text));
        }

        public Builder qrCode(String text) {
            return add(new SlipPart.QrCode(text));
        }

        public Slip build() {
            return new Slip(name, parts);
        }

        private Builder add(SlipPart part) {
            parts.add(part);
            return this;
        }
    }
}
