package kmmotos.desktop.labels;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kmmotos.desktop.devices.DevicePort;

/// A label printer that understands ZPL II.
public record ZplPrinter(DevicePort port) implements LabelPrinter {

    @Override
    public void print(List<Job> jobs) {
        port.send(
                jobs.stream()
                        .map(job -> Zpl.label(job.label(), job.count()))
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
