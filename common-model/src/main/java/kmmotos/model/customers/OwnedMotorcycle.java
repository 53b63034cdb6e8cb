package kmmotos.model.customers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.fitment.Motorcycle;

/// A motorcycle in a customer's garage. It changes as a whole, apart from all others.
///
/// @param kept false once it was taken out of the garage; it stays, so that no other till brings it
///   back
/// @param changedAt see [Customer#changed]
public record OwnedMotorcycle(
        UUID bikeId,
        Motorcycle motorcycle,
        Optional<String> vin,
        Optional<String> plate,
        Optional<String> note,
        boolean kept,
        Instant changedAt) {

    boolean isSameAs(OwnedMotorcycle other) {
        return equals(other.at(changedAt));
    }

    /// The same, no longer in the garage.
    public OwnedMotorcycle takenOut() {
        return new OwnedMotorcycle(bikeId, motorcycle, vin, plate, note, false, changedAt);
    }

    OwnedMotorcycle at(Instant moment) {
        return new OwnedMotorcycle(bikeId, motorcycle, vin, plate, note, kept, moment);
    }
}
