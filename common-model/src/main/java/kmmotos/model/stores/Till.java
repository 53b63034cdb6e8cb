package kmmotos.model.stores;

/// A till: one enrolled device at one counter.
///
/// @param number its number within the store, from 1, printed on receipts
public record Till(DeviceId deviceId, StoreId storeId, int number, String name) {

    public static final int MAX_NUMBER = 999;

    public Till {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException(
                    "a till's number is 1 to " + MAX_NUMBER + ", was " + number);
        }
    }
}
