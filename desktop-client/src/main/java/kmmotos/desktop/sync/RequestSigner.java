package kmmotos.desktop.sync;

import okhttp3.HttpUrl;

/// Signs this till's requests with its key, by the server's time.
@FunctionalInterface
public interface RequestSigner {
    /// @param body as it is sent; empty if there is none
    /// @return the value of the header `Authorization`
    String signature(String method, HttpUrl url, byte[] body);
}
