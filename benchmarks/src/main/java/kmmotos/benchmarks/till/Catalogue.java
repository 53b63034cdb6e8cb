package kmmotos.benchmarks.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.sample.SampleChain;

/// A chain of one shop with as many items as wanted, loaded the way a real one is.
public record Catalogue(HeadOffice office, Path folder, int items) {

    private static final int ROWS_OF_A_FILE = 20_000;

    public void load() {
        office.open(SampleChain.stores().getFirst());
        SampleChain.taxes().forEach(office::tax);
        send("categories", "category,name_en", 1, _ -> "parts,Parts");
        send(
                "products",
                "sku,name_en,brand,category,tax_category,part_numbers,fits",
                items,
                i ->
                        "S-%07d,Brake part no. %d,Brand %d,parts,standard,PN-%06dX,%s"
                                .formatted(i, i, i % 40, i, fits(i)));
        send(
                "prices",
                "zone,sku,amount,currency,min_quantity,group,store,from,until",
                items,
                i -> "BR,S-%07d,%d.90,BRL,,,,,".formatted(i, 5 + i % 500));
        send("stock", "store,sku,quantity", items, i -> "S1,S-%07d,%d".formatted(i, i % 20));
    }

    /// Two models of 200, in some of the years.
    private static String fits(int item) {
        return "Maker %d;Model %d;%d-%d|Maker 7;Model %d;2010-"
                .formatted(
                        item % 10,
                        item % 200,
                        2000 + item % 10,
                        2012 + item % 14,
                        (item + 7) % 200);
    }

    private void send(String kind, String header, int count, IntFunction<String> row) {
        // A price list is published whole.
        int rows = kind.equals("prices") ? count : ROWS_OF_A_FILE;
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
