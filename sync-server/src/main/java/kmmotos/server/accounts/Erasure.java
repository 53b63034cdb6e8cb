package kmmotos.server.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.server.accounts.AccountMails.News;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.CredentialStore.Standing;
import kmmotos.server.identity.MailedTokens;
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Erases a customer (GDPR art. 17, LGPD art. 18, VI): account, sessions, address book, carts,
/// reviews, wishes, profile, garage, consent, mails, and the names in orders. All tills forget
/// them.
///
/// What stays is what the law on accounts asks for (GDPR art. 17 (3) b): sales, returns and orders
/// with the customer's number and no name; and the facts in the tills' journals, which are a chain
/// that nobody can change.
final class Erasure {

    /// What has to be settled first.
    ///
    /// @param query finds it by the customer's id
    private record Obstacle(String code, String detail, String query) {}

    private static final List<Obstacle> OBSTACLES =
            List.of(
                    new Obstacle(
                            "open_order",
                            "An order is waiting to be picked up or cancelled.",
                            "select 1 from customer_order where customer_id = ?"
                                    + " and state in ('placed', 'picked', 'ready')"),
                    new Obstacle(
                            "open_counter_order",
                            "Something that was ordered at a shop has not been collected.",
                            "select 1 from counter_order where not is_over"
                                    + " and document::jsonb ->> 'customer_id' = ?::text"),
                    new Obstacle(
                            "open_balance",
                            "The account with us is not even.",
                            "select 1 from lease_account where kind = 'CREDIT'"
                                    + " and subject = ?::text and balance_minor <> 0"));

    private final SecondFactors factors;
    private final AccountMails mails;
    private final CustomerStore customers = new CustomerStore();
    private final CredentialStore credentials = new CredentialStore();
    private final MailedTokens tokens = new MailedTokens();

    Erasure(SecondFactors factors, AccountMails mails) {
        this.factors = factors;
        this.mails = mails;
    }

    void erase(StatelessSession session, UUID customerId, Locale read, Instant now) {
        // Two erasures, or one and a change at a till, follow one another.
        var _ =
                Sql.first(
                        session,
                        "select 1 from customer where customer_id = ? for update",
                        _ -> true,
                        customerId);
        Customer known = customers.find(session, customerId).orElseThrow(CustomerStore::unknown);
        refuseWhileOpen(session, customerId);
        Account account = new Account(Account.Kind.CUSTOMER, customerId);
        Optional<String> login = credentials.standing(session, account).map(Standing::login);
        eraseAccess(session, account, login);
        eraseMails(session, login);
        eraseMails(session, known.email());
        eraseBelongings(session, customerId);
        Customer left = customers.erase(session, customerId);
        var _ =
                Sql.first(
                        session,
                        "select km_erase_customer(?, ?, ?)",
                        _ -> true,
                        customerId,
                        json(left),
                        json(new Policy.CustomerChanged(left)));
        login.ifPresent(address -> mails.tell(session, News.ERASED, address, read, now));
    }

    private static void refuseWhileOpen(StatelessSession session, UUID customerId) {
        Problem problem =
                Problem.of(
                        409,
                        "not_erasable",
                        "Something is still open. Please have it settled first, then ask again.");
        for (Obstacle obstacle : OBSTACLES) {
            if (Sql.first(session, obstacle.query(), _ -> true, customerId).isPresent()) {
                problem = problem.at("", obstacle.code(), obstacle.detail());
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }

    private void eraseAccess(StatelessSession session, Account account, Optional<String> login) {
        credentials.remove(session, account);
        factors.remove(session, account);
        tokens.forgetAll(session, account);
        Sql.update(session, "delete from refresh_token where account_id = ?", account.id());
        login.ifPresent(address ->
                Sql.update(
                        session,
                        "delete from sign_in_attempt where login = ?",
                        "customer:" + address.toLowerCase(Locale.ROOT)));
    }

    /// A mail's row stays as a count of what was sent, without whom and what.
    private static void eraseMails(StatelessSession session, Optional<String> address) {
        address.ifPresent(to ->
                Sql.update(
                        session,
                        """
                        update mail_outbox set document = (document::jsonb
                                || '{"to": "erased@mail.invalid", "subject": "—", "text": "—"}'::jsonb)::text,
                            state = case when state = 'sent' then 'sent' else 'failed' end
                        where lower(document::jsonb ->> 'to') = lower(?)\
                        """,
                        to));
    }

    private static void eraseBelongings(StatelessSession session, UUID customerId) {
        for (String table : List.of("customer_address", "wish", "review_vote", "product_review")) {
            Sql.update(session, "delete from " + table + " where customer_id = ?", customerId);
        }
        Sql.update(
                session, "delete from cart where customer_id = ? and order_id is null", customerId);
        Sql.update(
                session,
                """
                update customer_order set contact_email = null,
                    document = (document::jsonb || '{"contact_name": "—", "contact_phone": null}'::jsonb)::text
                where customer_id = ?\
                """,
                customerId);
    }

    private static String json(Object left) {
        return new String(CanonicalJson.bytes(left), StandardCharsets.UTF_8);
    }
}
