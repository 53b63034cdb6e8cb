package kmmotos.installers.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// What the tills' process is told: the file, the server, who sells, and each till's place.
record ReplayPlan(Path file, String url, UUID cashier, List<Seat> seats) {
    ReplayPlan {
        seats = List.copyOf(seats);
    }

    /// @param code enrols the till at its first start
    record Seat(Path folder, String code) {}

    /// The invoices of one seat: they are dealt out in turn, so the same till gets the same ones
    /// again after a restart.
    List<RetailInvoice> of(int seat, List<RetailInvoice> invoices) {
        return java.util.stream.IntStream.iterate(
                        seat, i -> i < invoices.size(), i -> i + seats.size())
                .mapToObj(invoices::get)
                .toList();
    }
}
