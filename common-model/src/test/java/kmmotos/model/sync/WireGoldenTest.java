package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.returns.TakenBack;
import kmmotos.model.sales.SampleSales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds what tills and server tell each other to the bytes it was released with. A till may be
/// years behind the server or ahead of it, so golden files are only added to: a message that gains
/// a field gets one more file, and the old one must still be read.
class WireGoldenTest {

    /// A message as it is written today.
    record Sample(String folder, String name, Object message, Class<?> type) {
        @Override
        public String toString() {
            return folder + "/" + name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                        MessagesTest.policies()
                                .map(policy ->
                                        new Sample("policies", name(policy), policy, Policy.class)),
                        messages(),
                        leases())
                .flatMap(all -> all);
    }

    private static Stream<Sample> messages() {
        FeedEntry entry =
                new FeedEntry(
                        Scope.CATALOG,
                        7,
                        SampleEvents.INCARNATION,
                        MessagesTest.policies().findFirst().orElseThrow());
        Cursor cursor = Cursor.START.after(entry);
        return Stream.of(
                message("upload_batch", MessagesTest.batch().signed("c2lnbmVk"), UploadBatch.class),
                message("ack", MessagesTest.ACK, UploadAnswer.class),
                message("gap", new UploadAnswer.Gap(3, HashChain.START), UploadAnswer.class),
                message("fork", new UploadAnswer.Fork(5), UploadAnswer.class),
                message(
                        "feed_page",
                        new FeedPage(List.of(entry), cursor, true, List.of(Scope.CUSTOMERS)),
                        FeedPage.class),
                message(
                        "snapshot_header",
                        new SnapshotHeader(
                                cursor,
                                Optional.of(SampleEvents.INCARNATION),
                                9,
                                new TreeMap<>(Map.of("product_changed", 3L))),
                        SnapshotHeader.class),
                message(
                        "state_digest",
                        new StateDigest(
                                cursor,
                                Optional.of(SampleEvents.INCARNATION),
                                9,
                                new TreeMap<>(Map.of("stock_level", "3-81985529216486895")),
                                Optional.empty(),
                                List.of("ab12")),
                        StateDigest.class),
                message(
                        "state_digest_with_orders",
                        new StateDigest(
                                cursor,
                                Optional.of(SampleEvents.INCARNATION),
                                9,
                                new TreeMap<>(Map.of("stock_level", "3-81985529216486895")),
                                Optional.of("2-7c0ffee"),
                                List.of("ab12")),
                        StateDigest.class),
                message(
                        "receipt_answer",
                        new ReceiptAnswer(
                                SampleSales.cashSale(),
                                TakenBack.of(SampleSales.defectReturned(), SampleSales.SALE)
                                        .toList()),
                        ReceiptAnswer.class),
                message("price_list", SamplePrices.LIST, PriceList.class));
    }

    private static Stream<Sample> leases() {
        Lease lease = SampleLeases.all().getFirst();
        return Stream.of(
                message(
                        "lease_request",
                        new LeaseRequest(lease.leaseId(), lease.subject(), 5_000),
                        LeaseRequest.class),
                message("lease_granted", new LeaseAnswer.Granted(lease), LeaseAnswer.class),
                message("lease_unknown", new LeaseAnswer.Unknown(), LeaseAnswer.class),
                message(
                        "lease_nothing_left",
                        new LeaseAnswer.NothingLeft(8_000, 8_000),
                        LeaseAnswer.class),
                message("lease_blocked", new LeaseAnswer.Blocked(), LeaseAnswer.class),
                message(
                        "leases_standing",
                        new LeaseAnswer.Standing(SampleLeases.all(), List.of(lease.leaseId())),
                        LeaseAnswer.Standing.class),
                message("coupon_text", new CouponText("KMC1" + "0".repeat(150)), CouponText.class),
                message(
                        "card_balance",
                        new CardBalance(SampleLeases.money("80.00"), SampleLeases.money("30.00")),
                        CardBalance.class));
    }

    private static Sample message(String name, Object message, Class<?> type) {
        return new Sample("messages", name, message, type);
    }

    private static String name(Policy policy) {
        return Json.MAPPER.valueToTree(policy).path("type").asText();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theNewestGoldenFileIsWhatIsWrittenToday(Sample sample) throws Exception {
        assertThat(new String(CanonicalJson.bytes(sample.message()), StandardCharsets.UTF_8))
                .isEqualTo(text(golden(sample).getLast()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyGoldenFileIsRead(Sample sample) throws Exception {
        List<Path> files = golden(sample);
        for (Path file : files) {
            assertThat(Json.MAPPER.readValue(text(file), sample.type()))
                    .as("%s", file.getFileName())
                    .hasSameClassAs(sample.message());
        }
        assertThat(Json.MAPPER.readValue(text(files.getLast()), sample.type()))
                .isEqualTo(sample.message());
    }

    /// Whoever is newer may say more.
    @ParameterizedTest
    @MethodSource("samples")
    void whatAReaderDoesNotKnowIsPassedOver(Sample sample) throws Exception {
        String more =
                text(golden(sample).getLast()).replaceFirst("^\\{", "{\"from_the_future\":[1],");
        assertThat(Json.MAPPER.readValue(more, sample.type())).isEqualTo(sample.message());
    }

    @Test
    void noGoldenFileIsLeftWithoutItsMessage() throws Exception {
        List<String> names = samples().map(Sample::toString).toList();
        for (String folder : List.of("policies", "messages")) {
            assertThat(files(folder)).allMatch(file -> names.contains(folder + "/" + stem(file)));
        }
    }

    private static List<Path> golden(Sample sample) throws Exception {
        List<Path> files =
                files(sample.folder()).stream()
                        .filter(file -> stem(file).equals(sample.name()))
                        .toList();
        assertThat(files).as("golden/%s.v1.json", sample).isNotEmpty();
        return files;
    }

    /// Oldest version first.
    private static List<Path> files(String folder) throws IOException, URISyntaxException {
        Path golden =
                Path.of(
                        Objects.requireNonNull(
                                        WireGoldenTest.class.getResource("/golden/" + folder))
                                .toURI());
        try (Stream<Path> files = Files.list(golden)) {
            return files.sorted(Comparator.comparingInt(WireGoldenTest::version)).toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String stem(Path file) {
        return name(file).replaceFirst("\\.v\\d+\\.json$", "");
    }

    private static int version(Path file) {
        return Integer.parseInt(name(file).replaceFirst("^.*\\.v(\\d+)\\.json$", "$1"));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
