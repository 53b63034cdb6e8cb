package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// A real disk that fails when told to.
public final class FaultyDisk implements Disk {
    private boolean isFull;
    private boolean forceFails;
    private int forced;

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
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return new FaultyChannel(FileChannel.open(file, options));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        Disk.real().syncFolder(folder);
    }

    private final class FaultyChannel extends FileChannel {
        private final FileChannel real;

        FaultyChannel(FileChannel real) {
            this.real = real;
        }

        /// A full disk still takes bytes where the file already has room.
        private void checkRoom(long end) throws IOException {
            if (isFull && end > real.size()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            checkRoom(position + bytes.remaining());
            return real.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            checkRoom(real.position() + bytes.remaining());
            return real.write(bytes);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            forced++;
            real.force(metaData);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return real.read(into);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return real.read(into, position);
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return real.read(into, offset, length);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return real.write(bytes, offset, length);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target)
                throws IOException {
            return real.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count)
                throws IOException {
            return real.transferFrom(source, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return real.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return real.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
