package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file of a [Disk].
public interface DiskFile extends AutoCloseable {
    /// Reads some bytes into the room the buffer has left.
    ///
    /// @return how many; -1 if the file ends before this place
    int read(ByteBuffer into, long from) throws IOException;

    /// Writes all bytes the buffer has left; the file grows if it must.
    void write(ByteBuffer bytes, long at) throws IOException;

    /// Returns when everything written to this file so far survives a power cut.
    ///
    /// @param withLength false if the file has not grown since it was forced last
    void force(boolean withLength) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;

    /// Fills the buffer from this place on.
    default void readFully(ByteBuffer into, long from) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            if (read(into, from + into.position() - start) < 0) {
                throw new IOException("the file ends early, at byte " + size());
            }
        }
    }
}
