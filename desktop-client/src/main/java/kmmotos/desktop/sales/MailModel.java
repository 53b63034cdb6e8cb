package kmmotos.desktop.sales;

import java.util.Optional;
import java.util.concurrent.Callable;
import kmmotos.desktop.receipts.MailText;
import kmmotos.model.customers.Customer;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.sales.Sale;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;

/// A receipt by mail, for a customer who agreed to it. It is written down here and sent by the
/// server once it hears of it.
public final class MailModel {
    private final SaleDesk desk;
    private final CheckoutModel checkout;

    MailModel(SaleDesk desk, CheckoutModel checkout) {
        this.desk = desk;
        this.checkout = checkout;
    }

    /// The sale that was just finished; says so if there is none.
    public Optional<Sale> justDone() {
        var done =
                checkout.doneProperty()
                        .get()
                        .filter(_ -> desk.sale().stateProperty().get() == SaleState.DONE);
        if (done.isEmpty()) {
            desk.note("sales.mail.after_paying");
        }
        return done;
    }

    /// The address of the sale's customer, if one is known.
    public String knownAddress() {
        return desk.sale().sale().customer().flatMap(Customer::email).orElse("");
    }

    /// Asks for a mail to an address that the customer named for it.
    ///
    /// @param text the receipt, made away from the window's thread
    /// @return whether it is an address; says so if not
    public boolean send(Sale sale, String typed, Callable<MailText> text) {
        String address = typed.strip();
        Optional<StaffMember> staff = desk.signIn().operator();
        if (!MailRequest.isAddress(address)) {
            desk.refuse("sales.mail.no_address");
            return false;
        }
        staff.ifPresent(by ->
                desk.counter()
                        .background()
                        .run(
                                () -> record(sale, address, text.call(), by),
                                to -> desk.messages().done(desk.texts().get("sales.mail.done", to)),
                                desk.failed("sales.journal.failed")));
        return true;
    }

    private String record(Sale sale, String address, MailText text, StaffMember by) {
        desk.counter()
                .journal()
                .record(
                        new Event.MailAsked(
                                new MailRequest(
                                        desk.counter().ids().get(),
                                        MailRequest.Kind.RECEIPT,
                                        sale.store(),
                                        desk.counter().device(),
                                        desk.counter().clock().get(),
                                        by.staffId(),
                                        sale.receiptNumber().toString(),
                                        address,
                                        text.language().toLanguageTag(),
                                        text.subject(),
                                        text.text())));
        return address;
    }
}
