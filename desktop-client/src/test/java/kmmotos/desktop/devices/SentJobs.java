package kmmotos.desktop.devices;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A device that takes everything and says nothing.
public final class SentJobs implements DevicePort {

    private final List<byte[]> jobs = new ArrayList<>();

    public List<byte[]> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public Line open() {
        return new OneJob();
    }

    private final class OneJob implements Line {
        private final ByteArrayOutputStream job = new ByteArrayOutputStream();

        @Override
        public void write(byte[] bytes) {
            job.writeBytes(bytes);
        }

        @Override
        public OptionalInt read(Duration atMost) {
            return OptionalInt.empty();
        }

        @Override
        public void close() {
            jobs.add(job.toByteArray());
        }
    }
}
