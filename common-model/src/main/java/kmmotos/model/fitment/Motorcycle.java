package kmmotos.model.fitment;

/// A customer's motorcycle, by make, model and model year.
public record Motorcycle(String make, String model, int year) {

    @Override
    public String toString() {
        return make + " " + model + " " + year;
    }
}
