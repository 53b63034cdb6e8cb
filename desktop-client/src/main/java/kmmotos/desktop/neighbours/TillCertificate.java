package kmmotos.desktop.neighbours;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import kmmotos.model.sync.DeviceSignature;

/// The certificate by which a till shows its key in TLS: self-signed, because nobody vouches for it
/// but head office, which has told the other tills the very key. Nothing else in it means anything.
///
/// The bytes are X.509 in DER (RFC 5280, RFC 8410), written here since Java reads certificates but
/// offers nothing that writes one.
final class TillCertificate {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_ID = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int LONG_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;

    private static final byte[] VERSION_3 = {2};
    private static final byte[] SERIAL = {1};
    private static final byte[] ED25519 = {0x2b, 0x65, 0x70};
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] NO_SPARE_BITS = {0};

    private TillCertificate() {}

    static X509Certificate of(PrivateKey key, PublicKey publicKey) {
        byte[] algorithm = der(SEQUENCE, der(OBJECT_ID, ED25519));
        byte[] name =
                der(
                        SEQUENCE,
                        der(
                                SET,
                                der(
                                        SEQUENCE,
                                        der(OBJECT_ID, COMMON_NAME),
                                        der(UTF8, ascii("till")))));
        byte[] always =
                der(
                        SEQUENCE,
                        der(UTC_TIME, ascii("000101000000Z")),
                        der(LONG_TIME, ascii("99991231235959Z")));
        byte[] content =
                der(
                        SEQUENCE,
                        der(VERSION, der(INTEGER, VERSION_3)),
                        der(INTEGER, SERIAL),
                        algorithm,
                        name,
                        always,
                        name,
                        publicKey.getEncoded());
        byte[] signature = DeviceSignature.sign(key, content);
        return parse(der(SEQUENCE, content, algorithm, der(BIT_STRING, NO_SPARE_BITS, signature)));
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own can't be read", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(whole, content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
    }
}
