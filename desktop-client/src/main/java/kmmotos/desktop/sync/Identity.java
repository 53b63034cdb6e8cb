package kmmotos.desktop.sync;

import java.io.IOException;
import java.nio.file.Files;
import kmmotos.desktop.storage.DatabaseKey;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;

/// Which till this is.
///
/// @param server the server's address, e.g. `https://km.example.com`
/// @param store as it was at enrolment; the database knows its newest state
public record Identity(String server, Till till, Store store) {
    public static Identity read(TillFolder folder) {
        try {
            return JsonText.read(Files.readString(folder.identity()), Identity.class);
        } catch (IOException e) {
            throw new StorageFailed("this folder holds no enrolled till: " + folder.root(), e);
        }
    }

    public void write(TillFolder folder) {
        try {
            DatabaseKey.writePrivate(folder.identity(), JsonText.write(this));
        } catch (IOException e) {
            throw new StorageFailed("the till's identity can't be written: " + e, e);
        }
    }

    public Identity withServer(String address) {
        return new Identity(address, till, store);
    }
}
