package kmmotos.desktop.devices.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes what is sent to a printer apart: one piece for each command, with its arguments, and one
/// for each line or stretch of text. Knows the commands that [EscPos] writes.
public final class Commands {

    /// What a piece does.
    public enum Kind {
        STATUS,
        DRAWER_NOW,
        DRAWER,
        CONFIRM,
        CUT,
        LINE,
        OTHER
    }

    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

    private Commands() {}

    public static List<byte[]> of(byte[] job) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < job.length) {
            int to = Math.min(job.length, from + length(job, from));
            pieces.add(Arrays.copyOfRange(job, from, to));
            from = to;
        }
        return pieces;
    }

    public static Kind kind(byte[] piece) {
        return switch (piece[0]) {
            case DLE -> piece[1] == 0x04 ? Kind.STATUS : Kind.DRAWER_NOW;
            case ESC -> piece[1] == 'p' ? Kind.DRAWER : Kind.OTHER;
            case GS ->
                    switch (piece[1]) {
                        case 'V' -> Kind.CUT;
                        case 'r' -> Kind.CONFIRM;
                        default -> Kind.OTHER;
                    };
            default -> piece[piece.length - 1] == '\n' ? Kind.LINE : Kind.OTHER;
        };
    }

    private static int length(byte[] job, int at) {
        return switch (job[at]) {
            case DLE -> job[at + 1] == 0x04 ? 3 : 5;
            case ESC -> escape(job[at + 1]);
            case GS -> group(job, at);
            default -> text(job, at);
        };
    }

    private static int escape(int command) {
        return switch (command) {
            case '@' -> 2;
            case 'p' -> 5;
            default -> 3;
        };
    }

    private static int group(byte[] job, int at) {
        return switch (job[at + 1]) {
            case 'k' -> 4 + (job[at + 3] & 0xFF);
            case '(' -> 5 + (job[at + 3] & 0xFF) + ((job[at + 4] & 0xFF) << 8);
            default -> 3;
        };
    }

    private static int text(byte[] job, int at) {
        int to = at;
        while (to < job.length && job[to] != ESC && job[to] != GS && job[to] != DLE) {
            if (job[to] == '\n') {
                return to + 1 - at;
            }
            to++;
        }
        return to - at;
    }
}
