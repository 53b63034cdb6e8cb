package kmmotos.desktop.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kmmotos.desktop.devices.SentJobs;
import kmmotos.desktop.labels.LabelPrinter.Job;
import org.junit.jupiter.api.Test;

class ZplPrinterTest {

    private final SentJobs sent = new SentJobs();
    private final ZplPrinter printer = new ZplPrinter(sent);

    private String printed(Label label, int count) {
        printer.print(List.of(new Job(label, count)));
        return new String(sent.jobs().getLast(), StandardCharsets.US_ASCII);
    }

    @Test
    void aLabelIsWrittenInZpl() {
        assertThat(printed(SampleLabels.PAD, 3))
                .isEqualTo(
                        """
                        ^XA^CI28^PW400^LL240
                        ^FO16,12^FB368,2,0,L^A0N,26,24^FH_^FDPastilha de freio dianteira cer_C3_A2mica para Honda CG 160 Titan, Fan e Start^FS
                        ^FO16,70^A0N,48,46^FH_^FDR$ 89,90^FS
                        ^FO240,84^FB144,1,0,R^A0N,26,24^FH_^FDA3-12^FS
                        ^FO40,126^BY2^BEN,56,Y,N^FD290000000001^FS
                        ^FO16,212^FB368,1,0,R^A0N,22,20^FH_^FD06455-KVS-J01^FS
                        ^PQ3^XZ
                        """);
    }

    @Test
    void whatLooksLikeACommandIsTextOnALabel() {
        Label sly = new Label("A^XZ~JA_B", "1", "X", "", new Barcode.OfSku("X^1"));
        assertThat(printed(sly, 1))
                .contains("^FDA_5EXZ_7EJA_5FB^FS")
                .contains("^BCN,56,Y,N,N^FH_^FDX_5E1^FS");
    }

    @Test
    void theLabelsOfAJobGoOutTogether() {
        printer.print(List.of(new Job(SampleLabels.PAD, 1), new Job(SampleLabels.CABLE, 2)));
        assertThat(sent.jobs()).hasSize(1);
        assertThat(new String(sent.jobs().getFirst(), StandardCharsets.US_ASCII))
                .contains("^PQ1^XZ\n^XA", "^PQ2^XZ");
    }
}
