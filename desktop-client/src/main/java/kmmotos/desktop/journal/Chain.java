package kmmotos.desktop.journal;

import java.util.HexFormat;
import kmmotos.model.sync.HashChain;

/// The hash chain over the bodies of the facts, in bytes as the segments keep it.
final class Chain {
    static final String START = HashChain.START;

    private Chain() {}

    static byte[] next(byte[] before, byte[] body) {
        return HashChain.next(before, body);
    }

    static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
