package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;

/// Head office's calls about credit, gift cards and what tills hold of both.
final class AccountCalls {
    private final HeadOfficeClient client;

    AccountCalls(HeadOfficeClient client) {
        this.client = client;
    }

    /// Of each the first page.
    CreditView credit() {
        Page<CreditView.Account> accounts =
                client.get(client.page("credit", Optional.empty()), new TypeReference<>() {});
        Page<CreditView.Held> held =
                client.get(client.page("leases", Optional.empty()), new TypeReference<>() {});
        return new CreditView(accounts.items(), held.items());
    }

    /// Customers whose name holds this.
    List<Customer> customers(String name) {
        Page<Customer> found =
                client.get(
                        client.page("customers", Optional.empty())
                                .addQueryParameter("name", name.strip()),
                        new TypeReference<>() {});
        return found.items();
    }

    void setCredit(CreditView.Decision wanted) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("limit", wanted.limit());
        wanted.homeStore().ifPresent(home -> body.put("home_store", home.value()));
        body.put("blocked", wanted.blocked());
        body.put("note", wanted.note());
        Map<String, Object> _ =
                client.put(
                        "customers/" + wanted.customerId() + "/credit",
                        body,
                        new TypeReference<>() {});
    }

    void closeLease(UUID leaseId, String note) {
        client.post("leases/" + leaseId + "/close", Map.of("note", note));
    }

    /// What is on gift cards, by currency.
    List<CardView.OnCards> onCards() {
        Page<CardView.OnCards> owed = client.get(client.at("gift-cards"), new TypeReference<>() {});
        return owed.items();
    }

    /// @param typed a card's number, the four characters at its end, or a receipt's number
    List<CardView> cards(String typed) {
        var url = client.at("gift-cards/cards");
        var number = GiftCardNumber.parse(typed);
        String words = typed.strip().toUpperCase(java.util.Locale.ROOT);
        if (number.isPresent()) {
            url.addQueryParameter("card", number.get().cardId().toString());
        } else {
            url.addQueryParameter(words.length() == 4 ? "last_four" : "receipt", words);
        }
        Page<CardView> found = client.get(url, new TypeReference<>() {});
        return found.items();
    }

    void block(CardView card, boolean blocked, String note) {
        client.post(
                "gift-cards/cards/" + card.cardId() + (blocked ? "/block" : "/unblock"),
                Map.of("note", note));
    }

    /// @param to only its hash and its end are sent
    Money move(CardView card, GiftCardNumber to, String note) {
        CardView.Moved moved =
                client.answered(
                        "gift-cards/cards/" + card.cardId() + "/move",
                        Map.of(
                                "to",
                                to.cardId().toString(),
                                "last_four",
                                to.lastFour(),
                                "note",
                                note),
                        new TypeReference<>() {});
        return moved.amount();
    }
}
