package kmmotos.installers.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind of part: where it belongs, what it costs from small to large motorcycles, in which
/// variants it comes.
record PartFamily(
        String family,
        String category,
        String fit,
        int share,
        String unit,
        double low,
        double high,
        @Nullable BigDecimal core,
        @Nullable String tiers,
        @JsonProperty("variants") @Nullable String variantList,
        @JsonProperty("name_en") String english,
        @JsonProperty("name_pt_BR") String portuguese,
        @JsonProperty("name_es") String spanish) {

    static List<PartFamily> all() {
        return SampleRows.read("families.csv", PartFamily.class);
    }

    boolean isUniversal() {
        return fit.equals("universal");
    }

    boolean isCheaperInQuantity() {
        return tiers != null;
    }

    /// Whether each piece has its serial number.
    boolean isToldApart() {
        return category.equals("electrics/batteries") || category.equals("gear/helmets");
    }

    /// The first part of the category, which is also the brands' field.
    String field() {
        return category.substring(0, category.indexOf('/'));
    }

    List<String> variants() {
        return variantList == null ? List.of("") : List.of(variantList.split("\\|"));
    }

    PartNames names() {
        return new PartNames(english, portuguese, spanish);
    }
}
