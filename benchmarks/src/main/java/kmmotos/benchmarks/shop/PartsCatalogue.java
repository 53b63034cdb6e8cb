package kmmotos.benchmarks.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.sample.SampleChain;

/// A catalogue of as many made-up parts as wanted, and what customers type to find them.
record PartsCatalogue(int products) {

    private static final int ROWS_OF_A_FILE = 10_000;
    private static final List<String> PARTS =
            List.of(
                    "Brake pad|Pastilha de freio|Pastilla de freno",
                    "Chain kit|Kit relação|Kit de arrastre",
                    "Oil filter|Filtro de óleo|Filtro de aceite",
                    "Air filter|Filtro de ar|Filtro de aire",
                    "Mirror|Retrovisor|Espejo",
                    "Clutch cable|Cabo de embreagem|Cable de embrague",
                    "Spark plug|Vela de ignição|Bujía",
                    "Wheel bearing|Rolamento de roda|Rodamiento de rueda",
                    "Piston kit|Kit pistão|Kit de pistón",
                    "Rear shock|Amortecedor traseiro|Amortiguador trasero",
                    "Fuel pump|Bomba de combustível|Bomba de combustible",
                    "Indicator|Pisca|Intermitente");
    private static final List<String> MAKES =
            List.of(
                    "Honda",
                    "Yamaha",
                    "Suzuki",
                    "Kawasaki",
                    "BMW",
                    "Triumph",
                    "Ducati",
                    "Shineray");
    private static final int MODELS = 400;
    private static final int BRANDS = 40;

    void load(HeadOffice office, Path folder) {
        office.open(SampleChain.stores().getFirst());
        SampleChain.taxes().forEach(office::tax);
        send(office, folder, "categories", "category,name_en", 1, 1, _ -> "parts,Parts");
        send(
                office,
                folder,
                "products",
                "sku,product,name_en,name_pt_BR,name_es,brand,category,tax_category,part_numbers,fits",
                products,
                ROWS_OF_A_FILE,
                this::row);
        // A price list is published whole.
        send(
                office,
                folder,
                "prices",
                "zone,sku,amount,currency",
                products,
                products,
                i -> "BR,S-%07d,%d.90,BRL".formatted(i, 5 + i % 900));
        send(
                office,
                folder,
                "stock",
                "store,sku,quantity",
                products / 2,
                ROWS_OF_A_FILE,
                i -> "S1,S-%07d,%d".formatted(2 * i, 1 + i % 20));
    }

    private String row(int i) {
        String[] names = names(i);
        String bike = make(i) + " " + model(i);
        int from = 1_995 + i % 20;
        return "S-%07d,P%07d,%s %s,%s %s,%s %s,Brand %d,parts,standard,%s,%s;%s;%d-%d"
                .formatted(
                        i,
                        i,
                        names[0],
                        bike,
                        names[1],
                        bike,
                        names[2],
                        bike,
                        i % BRANDS,
                        number(i),
                        make(i),
                        model(i),
                        from,
                        from + 8);
    }

    private static String[] names(int i) {
        return PARTS.get(i % PARTS.size()).split("\\|", -1);
    }

    private static String make(int i) {
        return MAKES.get(i / PARTS.size() % MAKES.size());
    }

    private static String model(int i) {
        int model = i / PARTS.size() / MAKES.size() % MODELS;
        return "%c%c%d".formatted('A' + model % 23, 'A' + model % 19, 100 + model);
    }

    private static String number(int i) {
        return "%03d-%04dX%d".formatted(i * 7L % 997, i * 31L % 9_973, i);
    }

    /// What one of many customers types: words in one of three languages, mostly with a motorcycle,
    /// numbers whole and begun, slips of the hand, and what is not there.
    String query(Random random) {
        int i = random.nextInt(products);
        String name = names(i)[random.nextInt(3)];
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> name;
            case 3, 4, 5, 6, 7 -> name + " " + model(i);
            case 8, 9, 10 -> name + " " + make(i) + " " + model(i) + " " + (1_995 + i % 20);
            case 11, 12, 13 -> number(i);
            case 14 -> number(i).substring(0, 8);
            case 15 -> "s" + "%07d".formatted(i);
            case 16 -> name + " brand " + i % BRANDS;
            case 17, 18 -> slip(name, random);
            default -> "carenagem " + random.nextInt(1_000_000);
        };
    }

    private static String slip(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        return name.substring(0, at) + name.substring(at + 1);
    }

    /// A SKU that the shop has on its shelf.
    String stocked(Random random) {
        return "S-%07d".formatted(2 * random.nextInt(products / 2));
    }

    UUID product(Random random) {
        return UUID.nameUUIDFromBytes(
                "product:P%07d"
                        .formatted(random.nextInt(products))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void send(
            HeadOffice office,
            Path folder,
            String kind,
            String header,
            int count,
            int rows,
            IntFunction<String> row) {
        for (int first = 0; first < count; first += rows) {
            String lines =
                    IntStream.range(first, Math.min(count, first + rows))
                            .mapToObj(row)
                            .collect(Collectors.joining("\n", header + "\n", "\n"));
            try {
                office.load(kind, Files.writeString(folder.resolve(kind + ".csv"), lines));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
