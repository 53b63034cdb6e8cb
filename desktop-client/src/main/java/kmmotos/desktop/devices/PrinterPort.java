package kmmotos.desktop.devices;

/// Carries the bytes of one job to a printer, or throws [PrinterFailed].
public interface PrinterPort {

    void send(byte[] job);
}
