package kmmotos.installers.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.sample.SampleChain.SampleStaff;
import kmmotos.model.customers.Customer;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// What head office does, through the admin API.
public record HeadOffice(ServerApi api) {
    public static final String PREFIX = "/api/admin/v1";
    private static final int CODE_VALID_MINUTES = 60;

    public boolean hasStores() {
        return !api.get(PREFIX + "/stores").path("items").isEmpty();
    }

    public void open(Store store) {
        api.put(PREFIX + "/stores/" + store.storeId(), store);
    }

    public void employ(SampleStaff person) {
        Map<String, Object> edit = new HashMap<>();
        edit.put("name", person.name());
        edit.put("role", person.role());
        edit.put("pin", person.pin());
        edit.put("stores", person.at());
        edit.put("active", true);
        api.put(PREFIX + "/staff/" + person.staffId(), edit);
    }

    public void know(Customer customer) {
        api.put(PREFIX + "/customers/" + customer.customerId(), customer);
    }

    public void tax(TaxRules rules) {
        api.put(PREFIX + "/tax-rules/" + rules.place(), rules);
    }

    public void take(ForeignRates foreign) {
        api.put(PREFIX + "/foreign-rates/" + foreign.store(), Map.of("rates", foreign.rates()));
    }

    public void offer(Coupon coupon) {
        api.put(PREFIX + "/coupons/" + coupon.code(), coupon);
    }

    public void offer(Promotion promotion) {
        api.put(PREFIX + "/promotions/" + promotion.promotionId(), promotion);
    }

    /// A one-time code for a new till.
    public String enrolmentCode(StoreId store, int number, String name) {
        return api.post(
                        PREFIX + "/stores/" + store + "/enrolments",
                        Map.of("number", number, "name", name, "valid_minutes", CODE_VALID_MINUTES))
                .path("code")
                .asText();
    }

    /// Sends an import file; the report tells what was refused.
    public void load(String kind, Path file) {
        JsonNode report = api.upload(PREFIX + "/imports/" + kind, file);
        if (report.path("refused").asInt() != 0) {
            throw new IllegalStateException(file + ": " + report.path("faults"));
        }
    }
}
