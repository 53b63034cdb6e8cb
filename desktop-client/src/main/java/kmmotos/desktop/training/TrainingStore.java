package kmmotos.desktop.training;

import java.util.Optional;
import kmmotos.desktop.storage.Sql;
import org.hibernate.StatelessSession;

/// Makes a till's copied database one to practise on, and finds examples in it.
public final class TrainingStore {

    /// What is under way at the real till, goes on there: shifts, card payments, leases.
    public void leaveOut(StatelessSession session) {
        Sql.run(session, "delete from shift where is_open");
        Sql.run(session, "delete from payment_intent where state = 'open'");
        Sql.run(session, "delete from lease");
        Sql.run(session, "delete from quarantined_event");
    }

    /// The barcode of something that is on hand and has a price.
    public Optional<String> exampleCode(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select c.code from stock s join scan_code c on c.sku = s.sku"
                                + " join variant v on v.sku = s.sku"
                                + " join price p on p.sku = s.sku"
                                + " where s.on_hand > 0 and c.kind = 1 and v.active")
                .stream()
                .findFirst();
    }

    /// Part of the name of a customer, as it is typed to find them.
    public Optional<String> exampleCustomer(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select name from customer where active and body like '%priceGroup%'")
                .stream()
                .findFirst()
                .map(name -> name.split(" ", 2)[0]);
    }
}
