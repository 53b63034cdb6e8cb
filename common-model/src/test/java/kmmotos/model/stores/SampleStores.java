package kmmotos.model.stores;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/// Three shops in three places, and a till.
public final class SampleStores {

    public static final Currency BRL = Currency.getInstance("BRL");

    public static final Store SAO_PAULO =
            new Store(
                    new StoreId("S1"),
                    "KM Motos Paulista",
                    "BR-SUDESTE",
                    ZoneId.of("America/Sao_Paulo"),
                    BRL,
                    "BR-SP",
                    "pt-BR",
                    true,
                    List.of("Av. Paulista 1000", "São Paulo SP 01310-100"),
                    "11.222.333/0001-81");

    public static final Store LISBON =
            new Store(
                    new StoreId("PT1"),
                    "KM Motos Lisboa",
                    "PT",
                    ZoneId.of("Europe/Lisbon"),
                    Currency.getInstance("EUR"),
                    "PT",
                    "pt-PT",
                    true,
                    List.of("Rua Augusta 10", "1100-053 Lisboa"),
                    "501 442 600");

    public static final Store NEW_YORK =
            new Store(
                    new StoreId("NY1"),
                    "KM Motos Brooklyn",
                    "US-NY",
                    ZoneId.of("America/New_York"),
                    Currency.getInstance("USD"),
                    "US-NY",
                    "en-US",
                    false,
                    List.of("10 Atlantic Ave", "Brooklyn NY 11201"),
                    "12-3456789");

    public static final Till TILL_1 =
            new Till(
                    new DeviceId(UUID.fromString("01890000-0000-7000-8000-000000000001")),
                    SAO_PAULO.storeId(),
                    1,
                    "Counter 1");

    private SampleStores() {}
}
