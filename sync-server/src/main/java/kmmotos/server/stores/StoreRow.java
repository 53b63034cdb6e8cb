package kmmotos.server.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kmmotos.model.stores.DepositRules;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "store")
@SuppressWarnings("NullAway.Init")
class StoreRow {

    @Id
    @Column(name = "store_id")
    private String storeId;

    private String name;
    private String zone;

    @Column(name = "time_zone")
    private String timeZone;

    private String currency;

    @Column(name = "tax_place")
    private String taxPlace;

    private String language;

    @Column(name = "prices_include_tax")
    private boolean pricesIncludeTax;

    private String[] address;

    @Column(name = "tax_number")
    private String taxNumber;

    @Column(name = "deposit_rules")
    private @Nullable String depositRules;

    protected StoreRow() {}

    StoreRow(Store store) {
        storeId = store.storeId().value();
        name = store.name();
        zone = store.zone();
        timeZone = store.timeZone().getId();
        currency = store.currency().getCurrencyCode();
        taxPlace = store.taxPlace();
        language = store.language();
        pricesIncludeTax = store.pricesIncludeTax();
        address = store.address().toArray(String[]::new);
        taxNumber = store.taxNumber();
        depositRules = store.deposits().map(StoreRow::text).orElse(null);
    }

    Store toStore() {
        return new Store(
                new StoreId(storeId),
                name,
                zone,
                ZoneId.of(timeZone),
                Currency.getInstance(currency),
                taxPlace,
                language,
                pricesIncludeTax,
                List.of(address),
                taxNumber,
                Optional.ofNullable(depositRules).map(StoreRow::rules));
    }

    private static String text(DepositRules rules) {
        return new String(CanonicalJson.bytes(rules), StandardCharsets.UTF_8);
    }

    private static DepositRules rules(String text) {
        try {
            return Json.MAPPER.readValue(text, DepositRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a store's deposit rules cannot be read", e);
        }
    }
}
