package kmmotos.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.model.returns.Receipt;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.returns.SignedReceipt;
import kmmotos.model.returns.TakenBack;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.signatures.Ed25519;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// Receipts by which goods come back: of this till from its books, of the shop's other tills from
/// what is kept of their journals, of any store by the signature on the paper or, with a
/// connection, from head office. Whoever can be asked is asked what came back already.
final class TillReturns {
    private final Till till;

    TillReturns(Till till) {
        this.till = till;
    }

    /// What head office answered, if it could be asked.
    private record Asked(boolean answered, Optional<ReceiptAnswer> known) {}

    /// @param typed a number, the last part of one, or what the QR code holds
    ReceiptFound find(String typed) {
        till.recorder().project();
        if (SignedReceipt.isMeantBy(typed)) {
            return SignedReceipt.parse(typed)
                    .map(this::signed)
                    .orElseGet(ReceiptFound.Damaged::new);
        }
        Optional<Sale> own =
                till
                        .database()
                        .read(session -> till.stores().sales().findByNumber(session, typed, 1))
                        .stream()
                        .findFirst();
        return own.map(sale -> found(Receipt.of(sale), Proof.OWN_BOOKS, ask(sale.receiptNumber())))
                .or(() -> number(typed).map(this::ofAnotherTill))
                .orElseGet(() -> new ReceiptFound.Unknown(isConnected()));
    }

    private static Optional<ReceiptNumber> number(String typed) {
        try {
            return Optional.of(
                    ReceiptNumber.parse(typed.strip().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private ReceiptFound ofAnotherTill(ReceiptNumber number) {
        Asked asked = ask(number);
        return salesAround(number.toString())
                .filter(sale -> sale.receiptNumber().equals(number))
                .findFirst()
                .map(sale -> found(Receipt.of(sale), Proof.NEIGHBOUR, asked))
                .or(() ->
                        asked.known()
                                .map(answer ->
                                        found(Receipt.of(answer.sale()), Proof.HEAD_OFFICE, asked)))
                .orElseGet(() -> new ReceiptFound.Unknown(asked.answered()));
    }

    private Stream<Sale> salesAround(String text) {
        return till.neighbours()
                .events(text)
                .filter(Event.SaleCompleted.class::isInstance)
                .map(event -> ((Event.SaleCompleted) event).sale());
    }

    private ReceiptFound signed(SignedReceipt paper) {
        ReceiptNumber number = paper.receipt().number();
        Optional<Policy.ReceiptKeyChanged> key =
                till.database()
                        .read(session -> till.stores().shops().receiptKey(session, paper.device()));
        if (key.isEmpty()) {
            return new ReceiptFound.UnknownTill(number);
        }
        boolean isItsOwn =
                key.get().till().storeId().equals(number.store())
                        && key.get().till().number() == number.till();
        if (!isItsOwn || !paper.isSignedBy(Ed25519.publicKey(key.get().publicKey()))) {
            return new ReceiptFound.Forged(number);
        }
        if (key.get().revoked()) {
            return new ReceiptFound.RevokedTill(number);
        }
        return believed(paper.receipt(), paper.whole());
    }

    /// The books know the articles by name and how discounts were shared out; the paper is enough.
    private ReceiptFound believed(Receipt paper, boolean whole) {
        Optional<Sale> own =
                till.database()
                        .read(session -> till.stores().sales().find(session, paper.saleId()));
        if (own.isPresent()) {
            return found(Receipt.of(own.get()), Proof.OWN_BOOKS, ask(paper.number()));
        }
        return whole
                ? found(named(paper), Proof.SIGNATURE, ask(paper.number()))
                : ofAnotherTill(paper.number());
    }

    /// On paper there are article numbers only.
    private Receipt named(Receipt paper) {
        return new Receipt(
                paper.saleId(),
                paper.number(),
                paper.day(),
                paper.currency(),
                paper.customerId(),
                till.database()
                        .read(session ->
                                paper.sold().stream().map(line -> named(session, line)).toList()),
                paper.payments());
    }

    private SaleLine named(StatelessSession session, SaleLine line) {
        var language = java.util.Locale.forLanguageTag(till.store().language());
        return till.stores()
                .catalog()
                .find(session, line.sku())
                .map(item -> line.described(item.description(language)))
                .orElse(line);
    }

    private ReceiptFound found(Receipt receipt, Proof proof, Asked asked) {
        UUID saleId = receipt.saleId();
        List<Sale> around = salesAround(saleId.toString()).toList();
        List<TakenBack> told = new ArrayList<>();
        // A number is no key: two copies of a till may have given the same one.
        asked.known()
                .filter(answer -> answer.sale().saleId().equals(saleId))
                .ifPresent(answer -> told.addAll(answer.returns()));
        around.stream().flatMap(sale -> TakenBack.of(sale, saleId)).forEach(told::add);
        List<Sale> returns =
                new ArrayList<>(
                        till.database()
                                .read(session -> till.stores().sales().returnsOf(session, saleId)));
        around.stream()
                .filter(sale -> sale.returnedSales().anyMatch(saleId::equals))
                .forEach(returns::add);
        var own = till.database().read(session -> till.stores().sales().returned(session, saleId));
        var returned = TakenBack.merged(till.identity().till().deviceId(), own, told);
        return new ReceiptFound.Found(
                new SoldBefore(receipt.lessPaidBack(returns), returned, proof, asked.answered()));
    }

    private boolean isConnected() {
        return till.sync().status().connection() == SyncStatus.Connection.CONNECTED;
    }

    private Asked ask(ReceiptNumber number) {
        if (!isConnected()) {
            return new Asked(false, Optional.empty());
        }
        return switch (till.sync().receipts().receipt(number)) {
            case Reply.Answered<ReceiptAnswer>(ReceiptAnswer answer) ->
                    new Asked(true, Optional.of(answer));
            case Reply.Refused<ReceiptAnswer>(_, String why, _) ->
                    new Asked(why.equals("unknown_receipt"), Optional.empty());
            case Reply.Busy<ReceiptAnswer> _,
                    Reply.Unreachable<ReceiptAnswer> _,
                    Reply.NotOurServer<ReceiptAnswer> _,
                    Reply.TooNew<ReceiptAnswer> _ ->
                    new Asked(false, Optional.empty());
        };
    }
}
