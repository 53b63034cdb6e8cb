package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.escpos.PaperDecoder;
import kmmotos.desktop.receipts.Slip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpPortTest {

    private static final byte[] LONG_JOB = new byte[4 * 1024 * 1024];

    private final CountDownLatch testOver = new CountDownLatch(1);
    private final ServerSocket server = new ServerSocket();

    TcpPortTest() throws IOException {}

    @BeforeEach
    void startPrinter() throws IOException {
        server.setReceiveBufferSize(4096);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stopPrinter() throws IOException {
        testOver.countDown();
        server.close();
    }

    @Test
    void aNetworkPrinterGetsTheWholeSlip() throws Exception {
        var received = printer(socket -> socket.getInputStream().readAllBytes());
        var printer = new EscPosPrinter(port(), PrinterSettings.screenOnly());

        printer.print(Slip.named("test").heading("Peças & Cia").pair("Óleo", "R$ 39,90").build());

        assertThat(PaperDecoder.decode(received.get(10, TimeUnit.SECONDS)))
                .containsExactly(
                        "<bold>" + " ".repeat(18) + "Peças & Cia",
                        "Óleo" + " ".repeat(36) + "R$ 39,90",
                        "<feed 4>",
                        "<cut>");
    }

    @Test
    void theDrawerOpensThroughThePrinter() throws Exception {
        var received = printer(socket -> socket.getInputStream().readAllBytes());
        new EscPosPrinter(port(), PrinterSettings.screenOnly()).open(1);
        assertThat(PaperDecoder.decode(received.get(10, TimeUnit.SECONDS)))
                .containsExactly("<drawer>");
    }

    @Test
    void aPrinterThatStopsReadingTimesOut() {
        var _ =
                printer(socket -> {
                    testOver.await();
                    return new byte[0];
                });
        assertThat(failure(LONG_JOB).reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void aPrinterThatBreaksOffInTheMiddleIsNoticed() {
        var _ =
                printer(socket -> {
                    byte[] some = socket.getInputStream().readNBytes(1000);
                    socket.close();
                    return some;
                });
        assertThat(failure(LONG_JOB).reason()).isEqualTo(Reason.CLOSED_EARLY);
    }

    @Test
    void aShortSlipThatThePrinterResetsIsNoticedToo() {
        var _ =
                printer(socket -> {
                    byte[] some = socket.getInputStream().readNBytes(10);
                    socket.setSoLinger(true, 0);
                    socket.close();
                    return some;
                });
        assertThat(failure(new byte[3000]).reason()).isEqualTo(Reason.CLOSED_EARLY);
    }

    @Test
    void aPrinterThatKeepsTheConnectionOpenHasPrinted() throws Exception {
        var received =
                printer(socket -> {
                    byte[] job = socket.getInputStream().readNBytes(5);
                    testOver.await();
                    return job;
                });
        port().send(new byte[] {1, 2, 3, 4, 5});
        testOver.countDown();
        assertThat(received.get(10, TimeUnit.SECONDS)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aPrinterThatIsOffIsNamedInOnePlainSentence() throws IOException {
        TcpPort port = port();
        server.close();
        var failure = catchThrowableOfType(DeviceFailed.class, () -> port.send(new byte[1]));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(failure)
                .hasMessage(
                        "Can't reach the device at 127.0.0.1:%d: check that it is on and connected.",
                        port.port());
    }

    @Test
    void aNameThatNobodyKnowsCannotBeReached() {
        var port = new TcpPort("no-such-printer.invalid", 9100);
        var failure = catchThrowableOfType(DeviceFailed.class, () -> port.send(new byte[1]));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED);
    }

    private DeviceFailed failure(byte[] job) {
        return catchThrowableOfType(DeviceFailed.class, () -> port().send(job));
    }

    private TcpPort port() {
        return new TcpPort(
                "127.0.0.1", server.getLocalPort(), Duration.ofMillis(700), Duration.ofMillis(700));
    }

    private CompletableFuture<byte[]> printer(Firmware firmware) {
        var received = new CompletableFuture<byte[]>();
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket socket = server.accept()) {
                        received.complete(firmware.receive(socket));
                    } catch (IOException | InterruptedException failure) {
                        received.completeExceptionally(failure);
                    }
                });
        return received;
    }

    private interface Firmware {
        byte[] receive(Socket socket) throws IOException, InterruptedException;
    }
}
