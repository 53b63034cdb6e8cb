package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.Optional;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.returns.RefundPlan;
import kmmotos.model.sales.Tender;

/// Buying on account, within what this till holds of the customer's credit, and paying it off.
public final class AccountModel {
    private final SaleDesk desk;
    private final CheckoutModel checkout;
    private boolean isWaiting;

    public AccountModel(SaleDesk desk, CheckoutModel checkout) {
        this.desk = desk;
        this.checkout = checkout;
    }

    /// F7 while money is taken: nothing typed is all that is due. Answers whether the credit is
    /// looked for.
    public boolean pay(String typed) {
        var customer = desk.sale().sale().customer();
        if (customer.isEmpty()) {
            desk.refuse("sales.account.no_customer");
            return false;
        }
        var amount = checkout.amount(typed).filter(it -> !it.isZero() && !isWaiting);
        amount.ifPresent(it -> pay(customer.get(), it));
        return amount.isPresent();
    }

    private void pay(Customer customer, Money asked) {
        var due = checkout.tender().dueProperty().get().orElse(asked);
        if (due.isNegative()) {
            boolean _ =
                    checkout.refunds()
                            .give(
                                    RefundPlan.ACCOUNT,
                                    Optional.empty(),
                                    part -> payBack(customer, part));
            return;
        }
        if (asked.compareTo(due) > 0) {
            desk.refuse("sales.tender.card_over", desk.money(due));
            return;
        }
        isWaiting = true;
        var subject = LeaseSubject.credit(customer.customerId(), asked.currency());
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().leases().find(subject, asked.minor()),
                        found -> {
                            isWaiting = false;
                            found(customer, asked, found);
                        },
                        failure -> {
                            isWaiting = false;
                            desk.failed("sales.account.failed").accept(failure);
                        });
    }

    private boolean payBack(Customer customer, Money part) {
        checkout.paid(new Tender.Account(customer.customerId(), part, Optional.empty()));
        return true;
    }

    private void found(Customer customer, Money asked, LeaseFound found) {
        switch (found) {
            case LeaseFound.Held(var leaseId, long left) -> {
                if (left < asked.minor()) {
                    desk.refuse(
                            "sales.account.too_little",
                            desk.money(Money.ofMinor(left, asked.currency())));
                } else {
                    checkout.paid(
                            new Tender.Account(customer.customerId(), asked, Optional.of(leaseId)));
                }
            }
            case LeaseFound.Unknown _ -> desk.refuse("sales.account.none", customer.name());
            case LeaseFound.NothingLeft _ -> desk.refuse("sales.account.used", customer.name());
            case LeaseFound.Blocked _ -> desk.refuse("sales.account.blocked", customer.name());
            case LeaseFound.Offline _ -> desk.refuse("sales.account.offline", customer.name());
        }
    }

    /// The customer pays off what they owe, together with the rest of the sale or alone.
    public void payOff(Money amount) {
        var sale = desk.sale();
        sale.beginIfDone();
        var customer = sale.sale().customer();
        if (sale.stateProperty().get() != SaleState.SELL) {
            return;
        }
        if (customer.isEmpty()) {
            desk.refuse("sales.account.no_customer");
        } else if (!amount.isPositive()) {
            desk.refuse("sales.tender.nothing");
        } else {
            var paid = new ArrayList<>(sale.sale().paid());
            paid.add(
                    new Tender.Account(
                            customer.get().customerId(), amount.negated(), Optional.empty()));
            sale.change(sale.sale().withPaid(paid), sale.chosenProperty().get());
            desk.note("sales.account.paid_off", desk.money(amount), customer.get().name());
        }
    }
}
