package kmmotos.server.catalog;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Currency;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.TableFile;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Imports of the catalogue (IMPORT_CATALOGUE): the body is a CSV or XLSX file, the answer a report
/// of rows taken and refused.
///
/// `POST /imports/categories`, `POST /imports/products` -> 200 [ImportReport], 413 over
/// [TableFile#MAX_BYTES]. The columns are in docs/import.md.
public final class CatalogImportRoutes implements HttpService {

    private final Database database;
    private final CatalogImport imports;

    public CatalogImportRoutes(Database database, Currency currency) {
        this.database = database;
        this.imports = new CatalogImport(new CatalogStore(), currency);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/imports/categories", (req, res) -> take(req, res, imports::categories))
                .post("/imports/products", (req, res) -> take(req, res, imports::products));
    }

    private interface Import {
        ImportReport take(StatelessSession session, byte[] file);
    }

    private void take(ServerRequest request, ServerResponse response, Import wanted) {
        Caller caller = Authentication.staff(request, Permission.IMPORT_CATALOGUE);
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> wanted.take(session, file)));
    }
}
