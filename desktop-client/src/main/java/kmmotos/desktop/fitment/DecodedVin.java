package kmmotos.desktop.fitment;

import java.util.List;
import java.util.Optional;
import kmmotos.model.fitment.Vin;

/// What a VIN says.
///
/// @param makes that the maker builds under; empty if nobody knows the maker
/// @param year the model year
/// @param models without the make, the likeliest only; empty if the pattern is not known
public record DecodedVin(Vin vin, List<String> makes, Optional<Integer> year, List<Model> models) {

    /// A model of one of the makes.
    public record Model(String make, String name) {}

    public DecodedVin {
        makes = List.copyOf(makes);
        models = List.copyOf(models);
    }
}
