package kmmotos.desktop.fitment;

import java.util.Optional;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.fitment.Vin;

/// A motorcycle that what was typed may mean.
///
/// @param vin if it was found by one
public record BikeFound(Motorcycle motorcycle, Optional<Vin> vin) {}
