package kmmotos.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PaperDecoder;
import kmmotos.desktop.devices.escpos.PrinterFamily;
import kmmotos.desktop.devices.escpos.SlipBytes;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.SampleCounterOrders;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.sales.SampleSales;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every slip in every language and width against a file that a person has looked at. What comes
/// out now is left in target/golden, to look at and to copy when it is right.
class SlipGoldenTest {

    private static final String CODE = "KMR" + "0123456789ABCDEFGHIJKLMNOPQRSTUV".repeat(10);
    private static final Path ACTUAL = Path.of("target", "golden");

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void aSlipReadsAsItsGoldenFile(String name, Slip slip, int columns) throws IOException {
        String text = SlipText.of(slip, new PaperLayout(columns));
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(name), text);
        assertThat(text).isEqualTo(golden(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void thePrinterGetsTheSameLinesAsTheText(String name, Slip slip, int columns) {
        var paper = new PaperLayout(columns);
        byte[] job = new SlipBytes(paper, PrinterFamily.EPSON, CodePage.PC858).encode(slip);
        List<String> printed =
                PaperDecoder.decode(job).stream()
                        .filter(line -> !line.matches("(<center>)?<(barcode|qr|feed|cut).*>"))
                        .map(line -> line.replaceAll("<(bold|large|center)>", ""))
                        .filter(line -> !line.isEmpty())
                        .toList();
        List<String> laidOut =
                paper.rows(slip).stream()
                        .filter(PaperPiece.Line.class::isInstance)
                        .map(row -> ((PaperPiece.Line) row).text())
                        .filter(line -> !line.isEmpty())
                        .toList();
        assertThat(printed).as(name).isEqualTo(laidOut);
    }

    static Stream<Arguments> slips() {
        return Stream.of("en", "pt-BR", "es")
                .flatMap(language -> Stream.of(48, 42).flatMap(width -> slips(language, width)));
    }

    private static Stream<Arguments> slips(String language, int columns) {
        var paper = StorePaper.of(SampleSlips.store(language));
        var receipts = new ReceiptLayout(paper);
        var names = new ReceiptLayout.Names("Ana", Optional.of("Oficina do Zé"), Optional.empty());
        var reports = new ReportLayout(paper);
        var people = new ReportLayout.Names("S1-2", "Ana", "Bruno");
        var opening = SampleSlips.opening();
        return Stream.of(
                        named("receipt", receipts.receipt(SampleSlips.sale(), names)),
                        named("return", receipts.receipt(SampleSlips.returned(), names)),
                        named(
                                "exchange",
                                receipts.receipt(SampleSlips.exchange(), names, Optional.of(CODE))),
                        named("noted", receipts.receipt(SampleSlips.noted(), names)),
                        named("void", receipts.receipt(SampleSlips.voided(), names)),
                        named(
                                "gift",
                                new GiftReceiptLayout(paper)
                                        .slip(SampleSlips.sale(), Optional.of(CODE))),
                        named("promoted", receipts.receipt(SampleSlips.promotedSale(), names)),
                        named("parts", receipts.receipt(SampleSales.partsSale(), names)),
                        named("foreign", receipts.receipt(SampleSlips.foreignSale(), names)),
                        named(
                                "z-foreign",
                                reports.z(opening, SampleSlips.foreignClosing(), people)),
                        named("kit", receipts.receipt(SampleSlips.kitSale(), names)),
                        named(
                                "deposit",
                                receipts.receipt(
                                        SampleCounterOrders.deposit(SampleSlips.id(9), "40.00"),
                                        names)),
                        named(
                                "handed-over",
                                receipts.receipt(
                                        SampleCounterOrders.handedOver(SampleSlips.id(9), "40.00"),
                                        names)),
                        named(
                                "counter-order",
                                new CounterOrderLayout(paper)
                                        .slip(
                                                CounterOrderProgress.of(
                                                                SampleCounterOrders.layaway())
                                                        .plus(
                                                                SampleCounterOrders.deposit(
                                                                        SampleSlips.id(9),
                                                                        "40.00")))),
                        named("copy", paper.copyOf(receipts.receipt(SampleSlips.sale(), names))),
                        named("pickup", new PickupLayout(paper).slip(SampleSlips.order())),
                        named(
                                "x",
                                reports.x(opening, SampleSlips.totals(), SampleSlips.NOON, people)),
                        named("z", reports.z(opening, SampleSlips.closing("219.61"), people)),
                        named("cards", receipts.receipt(SampleSlips.cardSale(), names)),
                        named(
                                "gift-card",
                                new GiftCardLayout(paper)
                                        .card(
                                                GiftCardNumber.of(new byte[10]),
                                                SampleSlips.money("25.00"),
                                                SampleSlips.NOON)),
                        named(
                                "z-cards",
                                reports.z(opening, SampleSlips.closingWithCards(), people)),
                        named(
                                "x-blind",
                                reports.blindX(
                                        opening,
                                        SampleSlips.movedTotals(),
                                        SampleSlips.NOON,
                                        people)),
                        named(
                                "z-counted",
                                reports.z(opening, SampleSlips.countedClosing(), people)),
                        named("left", reports.left(opening, SampleSlips.countedClosing(), people)),
                        named(
                                "z-carried",
                                reports.z(
                                        SampleSlips.carriedOpening(),
                                        SampleSlips.countedClosing(),
                                        people)),
                        named(
                                "supplier-return",
                                new SupplierReturnLayout(paper)
                                        .slip(
                                                SamplePurchases.supplierReturn(),
                                                _ -> "Pastilha de freio dianteira CG 160",
                                                "Bruno")),
                        cashSlip(paper, "paid-in", 1),
                        cashSlip(paper, "paid-out", 2),
                        cashSlip(paper, "safe-drop", 3),
                        named("test", paper.testPrint(new PaperLayout(columns))))
                .map(slip ->
                        Arguments.of(
                                "%s-%s-%d.txt"
                                        .formatted(
                                                slip.name(),
                                                language.toLowerCase(Locale.ROOT),
                                                columns),
                                slip,
                                columns));
    }

    private static Slip cashSlip(StorePaper paper, String name, int number) {
        var approvedBy = number == 2 ? Optional.of("Bruno") : Optional.<String>empty();
        var names = new CashSlipLayout.Names("S1-2", "Ana", approvedBy);
        return named(
                name,
                new CashSlipLayout(paper).slip(SampleSlips.movements().get(number - 1), names));
    }

    private static Slip named(String name, Slip slip) {
        return new Slip(name, slip.parts());
    }

    private static String golden(String name) throws IOException {
        try (var file = SlipGoldenTest.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
