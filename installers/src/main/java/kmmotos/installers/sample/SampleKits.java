package kmmotos.installers.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Service kits: oil filter, air filter and spark plug of one motorcycle, for a tenth less than
/// they cost alone.
final class SampleKits {
    private static final int KITS = 40;
    private static final List<String> FAMILIES = List.of("oil-filter", "air-filter", "spark-plug");
    private static final BigDecimal SHARE = new BigDecimal("0.90");
    private static final PartNames NAMES =
            new PartNames("Service kit", "Kit revisão", "Kit de servicio");

    private SampleKits() {}

    record SampleKit(String sku, SampleBike bike, List<SamplePart> parts) {

        PartNames names() {
            return NAMES.plus(bike.name());
        }

        String contents() {
            return String.join("|", parts.stream().map(part -> part.sku() + ";1").toList());
        }

        BigDecimal price() {
            return parts.stream()
                    .map(SamplePart::price)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(SHARE)
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }

    static List<SampleKit> of(List<SamplePart> parts) {
        Map<SampleBike, Map<String, SamplePart>> byBike = new LinkedHashMap<>();
        for (SamplePart part : parts) {
            if (part.bike() != null
                    && part.supersededBy() == null
                    && FAMILIES.contains(part.family().family())) {
                byBike.computeIfAbsent(part.bike(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(part.family().family(), part);
            }
        }
        List<SampleKit> kits = new ArrayList<>();
        byBike.forEach((bike, found) -> {
            if (found.size() == FAMILIES.size() && kits.size() < KITS) {
                kits.add(
                        new SampleKit(
                                "KIT-REV-%03d".formatted(kits.size() + 1),
                                bike,
                                FAMILIES.stream().map(found::get).toList()));
            }
        });
        return List.copyOf(kits);
    }
}
