package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// A real disk that fails when told to.
public final class FaultyDisk extends FilterDisk {
    private boolean isFull;
    private boolean forceFails;
    private int forced;

    public FaultyDisk() {
        super(Disk.real());
    }

    public void fill() {
        isFull = true;
    }

    public void makeRoom() {
        isFull = false;
    }

    public void failForce() {
        forceFails = true;
    }

    public int forced() {
        return forced;
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return new FaultyFile(super.open(file, mode));
    }

    private final class FaultyFile extends File {
        FaultyFile(DiskFile file) {
            super(file);
        }

        /// A full disk still takes bytes where the file already has room.
        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            if (isFull && at + bytes.remaining() > size()) {
                throw new IOException("No space left on device");
            }
            super.write(bytes, at);
        }

        @Override
        public void force(boolean withLength) throws IOException {
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            forced++;
            super.force(withLength);
        }
    }
}
