package kmmotos.desktop.pricing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.pricing.TaxRules;

@Entity
@Table(name = "tax_rules")
class TaxRulesRow {
    @Id String place;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    TaxRulesRow() {}

    TaxRulesRow(TaxRules rules) {
        place = rules.place();
        body = JsonText.write(rules);
    }

    TaxRules toTaxRules() {
        return JsonText.read(body, TaxRules.class);
    }
}
