package kmmotos.desktop.devices.escpos;

/// What a make of printers wants to hear first, so that it understands ESC/POS.
public enum PrinterFamily {
    /// Epson, and most others: Elgin i7 and i9, Control iD, Citizen, Tectoy.
    EPSON(new byte[0]),
    /// Bematech's MP-4200 speaks ESC/Bema until it is told otherwise (`GS F9 5 1`).
    BEMATECH(new byte[] {0x1D, (byte) 0xF9, 0x35, 0x31});

    private final byte[] greeting;

    PrinterFamily(byte[] greeting) {
        this.greeting = greeting;
    }

    byte[] greeting() {
        return greeting.clone();
    }
}
