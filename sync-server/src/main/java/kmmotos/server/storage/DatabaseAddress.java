package kmmotos.server.storage;

/// Where a database is and the two roles that use it: the owner migrates, the application works.
public record DatabaseAddress(String url, Login owner, Login application) {

    /// A database role and its password.
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user + ":***";
        }
    }
}
