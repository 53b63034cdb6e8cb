package kmmotos.desktop.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES in XTS mode (IEEE 1619, NIST SP 800-38E) over whole blocks of 4,096 bytes, with one key for
/// content and tweak as H2 has it.
final class Xts {
    static final int BLOCK = 4_096;
    private static final int AES_BLOCK = 16;
    private static final long FEEDBACK = 0x87;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final SecretKeySpec key;
    private final ThreadLocal<Cipher> encrypting =
            ThreadLocal.withInitial(() -> aes(Cipher.ENCRYPT_MODE));
    private final ThreadLocal<Cipher> decrypting =
            ThreadLocal.withInitial(() -> aes(Cipher.DECRYPT_MODE));

    /// @param key of 16 bytes
    Xts(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    private Cipher aes(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /// Enciphers in place.
    ///
    /// @param first the number of the first block in its file
    /// @param length bytes, whole blocks
    void encrypt(long first, byte[] data, int length) {
        run(encrypting.get(), first, data, length);
    }

    /// Deciphers in place.
    void decrypt(long first, byte[] data, int length) {
        run(decrypting.get(), first, data, length);
    }

    private void run(Cipher cipher, long first, byte[] data, int length) {
        byte[] tweaks = tweaks(first, length / BLOCK);
        mask(tweaks, data);
        translate(cipher, data, length);
        mask(tweaks, data);
    }

    private byte[] tweaks(long first, int blocks) {
        byte[] tweaks = new byte[blocks * AES_BLOCK];
        for (int i = 0; i < blocks; i++) {
            LONGS.set(tweaks, i * AES_BLOCK, first + i);
        }
        translate(encrypting.get(), tweaks, tweaks.length);
        return tweaks;
    }

    private static void translate(Cipher cipher, byte[] data, int length) {
        try {
            int _ = cipher.doFinal(data, 0, length, data, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks need no padding", e);
        }
    }

    /// Each next 16 bytes of a block have the tweak before, times x in GF(2^128).
    private static void mask(byte[] tweaks, byte[] data) {
        for (int i = 0; i < tweaks.length; i += AES_BLOCK) {
            long low = (long) LONGS.get(tweaks, i);
            long high = (long) LONGS.get(tweaks, i + Long.BYTES);
            int block = i / AES_BLOCK * BLOCK;
            for (int at = block; at < block + BLOCK; at += AES_BLOCK) {
                LONGS.set(data, at, (long) LONGS.get(data, at) ^ low);
                LONGS.set(data, at + Long.BYTES, (long) LONGS.get(data, at + Long.BYTES) ^ high);
                long carried = (high >> 63) & FEEDBACK;
                high = (high << 1) | (low >>> 63);
                low = (low << 1) ^ carried;
            }
        }
    }
}
