package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// A disk runs full or fails when told to.
final class DiskTrouble implements FaultyDisk.Fault {
    private boolean isFull;
    private boolean forceFails;
    private int forced;

    void fill() {
        isFull = true;
    }

    void makeRoom() {
        isFull = false;
    }

    void failForce() {
        forceFails = true;
    }

    int forced() {
        return forced;
    }

    /// A full disk still takes bytes where the file already has room.
    @Override
    public void write(DiskFile file, ByteBuffer bytes, long at) throws IOException {
        if (isFull && at + bytes.remaining() > file.size()) {
            throw new IOException("No space left on device");
        }
        file.write(bytes, at);
    }

    @Override
    public void force(DiskFile file, boolean withLength) throws IOException {
        if (forceFails) {
            throw new IOException("Input/output error");
        }
        forced++;
        file.force(withLength);
    }
}
