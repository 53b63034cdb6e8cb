package kmmotos.desktop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.model.quotes.Quote;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;

/// Quotes by their number: of this till, of the shop's other tills as far as their journals are
/// kept here, and of any shop from head office where there is a line.
final class TillQuotes {
    private final kmmotos.desktop.Till till;

    TillQuotes(kmmotos.desktop.Till till) {
        this.till = till;
    }

    Optional<Quote> find(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        till.recorder().project();
        return till.database()
                .read(session -> till.stores().quotes().find(session, number))
                .or(() -> ofTheShop(number))
                .or(() -> ofTheChain(number));
    }

    private Optional<Quote> ofTheShop(String number) {
        return till.neighbours()
                .events(number)
                .filter(Event.QuoteMade.class::isInstance)
                .map(event -> ((Event.QuoteMade) event).quote())
                .filter(quote -> quote.number().equals(number))
                .findFirst();
    }

    private Optional<Quote> ofTheChain(String number) {
        boolean isConnected = till.sync().status().connection() == SyncStatus.Connection.CONNECTED;
        return isConnected
                        && till.sync().receipts().quote(number)
                                instanceof Reply.Answered<Quote>(Quote quote)
                ? Optional.of(quote)
                : Optional.empty();
    }

    List<Quote> latest(int limit) {
        till.recorder().project();
        return till.database().read(session -> till.stores().quotes().latest(session, limit));
    }

    String nextNumber() {
        till.recorder().project();
        Till self = till.identity().till();
        long last = till.database().read(session -> till.stores().quotes().lastNumber(session));
        return Quote.number(self.storeId(), self.number(), last + 1);
    }
}
