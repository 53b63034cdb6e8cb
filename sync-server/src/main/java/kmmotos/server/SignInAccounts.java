package kmmotos.server;

import java.util.Optional;
import kmmotos.model.customers.Customer;
import kmmotos.model.staff.StaffMember;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.SignIn;
import kmmotos.server.staff.StaffStore;
import kmmotos.server.storage.Caller;
import org.hibernate.StatelessSession;

/// What an account may do, looked up anew with each token.
final class SignInAccounts implements SignIn.Accounts {

    private final StaffStore staff = new StaffStore();
    private final CustomerStore customers = new CustomerStore();

    @Override
    public Optional<Caller> caller(StatelessSession session, Account account) {
        return switch (account.kind()) {
            case STAFF ->
                    staff.find(session, account.id())
                            .filter(StaffMember::active)
                            .map(member ->
                                    new Caller.Staff(
                                            member.staffId(), member.role(), member.stores()));
            case CUSTOMER ->
                    customers
                            .find(session, account.id())
                            .filter(Customer::active)
                            .map(customer -> new Caller.Customer(customer.customerId()));
        };
    }
}
