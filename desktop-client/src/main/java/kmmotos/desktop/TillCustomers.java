package kmmotos.desktop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.customers.CustomerBook;
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;

/// Customers in the till's own books; what is changed goes into the journal first.
final class TillCustomers implements CustomerBook {
    private static final int MAX_BIKES = 30;

    private final Till till;
    private final BikeWords bikes;

    TillCustomers(Till till, BikeWords bikes) {
        this.till = till;
        this.bikes = bikes;
    }

    @Override
    public Customer save(Customer customer, UUID staffId) {
        till.recorder().record(new Event.CustomerChanged(customer, staffId));
        till.recorder().project();
        return till.database()
                .read(session -> till.stores().customers().find(session, customer.customerId()))
                .orElse(customer);
    }

    @Override
    public Optional<Customer> similar(Customer customer) {
        return till.database()
                .read(session -> till.stores().customers().similar(session, customer));
    }

    @Override
    public List<Sale> purchases(UUID customerId, int limit) {
        till.recorder().project();
        return till.database()
                .read(session -> till.stores().sales().ofCustomer(session, customerId, limit));
    }

    @Override
    public Account account(UUID customerId) {
        return switch (till.sync().counter().account(customerId)) {
            case Reply.Answered<AccountBalance>(AccountBalance balance) ->
                    new Account(Optional.of(balance), true);
            case Reply.Refused<AccountBalance>(_, String code, _)
                    when code.equals("unknown_account") ->
                    new Account(Optional.empty(), true);
            case Reply.Refused<AccountBalance> _,
                    Reply.Busy<AccountBalance> _,
                    Reply.Unreachable<AccountBalance> _,
                    Reply.NotOurServer<AccountBalance> _,
                    Reply.TooNew<AccountBalance> _ ->
                    new Account(Optional.empty(), false);
        };
    }

    @Override
    public List<String> priceGroups() {
        return till.priceBook()
                .current(till.store())
                .priceListId()
                .map(list ->
                        till.database()
                                .read(session -> till.stores().pricing().groups(session, list)))
                .orElse(List.of());
    }

    @Override
    public List<BikeFound> bikes(String typed) {
        return till.database()
                .read(session -> {
                    var named = bikes.named(session, typed);
                    return named.bikes().isEmpty() || !named.hasYear()
                            ? BikeWords.written(typed, thisYear() + 1)
                            : named.bikes().stream()
                                    .limit(MAX_BIKES)
                                    .map(bike -> new BikeFound(bike, named.vin()))
                                    .toList();
                });
    }

    private int thisYear() {
        return LocalDate.ofInstant(till.config().clock().instant(), ZoneOffset.UTC).getYear();
    }
}
