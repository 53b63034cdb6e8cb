package kmmotos.desktop.sales;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.desktop.payments.TenderModel;
import kmmotos.model.money.Money;
import kmmotos.model.returns.RefundPlan;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.StaffMember;

/// Money that goes back for goods goes back as it came; [RefundPlan] says how. What needs a second
/// person is asked for here, and who said yes is kept with the returned lines.
public final class RefundModel {
    private final SaleDesk desk;
    private final TenderModel tender;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    RefundModel(SaleDesk desk, TenderModel tender) {
        this.desk = desk;
        this.tender = tender;
        tender.dueProperty().subscribe(_ -> words.set(explanation()));
    }

    /// How the money goes back, in words; empty while none does.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    boolean isDue() {
        return due().isPresent();
    }

    /// What is still to go back, below 0.
    private Optional<Money> due() {
        return tender.dueProperty().get().filter(Money::isNegative);
    }

    /// Gives a part back if that is allowed; if a second person has to say yes, once they did.
    ///
    /// @param kind see [Tender#kind]
    /// @param typed what part; empty for as much as came in this way
    /// @param give takes the part, below 0, and answers whether it was taken
    /// @return whether it was given at once
    boolean give(String kind, Optional<Money> typed, Predicate<Money> give) {
        Money due = due().orElseThrow();
        Optional<RefundPlan> plan = plan();
        if (plan.isEmpty()) {
            return give.test(due);
        }
        Money before = given(kind);
        Money part = part(due, before, plan.get(), kind, typed);
        Money all = before.plus(part);
        return switch (plan.get().by(kind, all, cashLimit())) {
            case RefundPlan.Answer.Allowed _ -> give.test(part.negated());
            case RefundPlan.Answer.NeedsApproval(var why, Money most) -> {
                ask(
                        why,
                        most,
                        all,
                        () -> {
                            boolean _ = give.test(part.negated());
                        });
                yield false;
            }
            case RefundPlan.Answer.Refused(Money most) -> {
                desk.refuse("sales.refund.card", desk.money(most));
                yield false;
            }
        };
    }

    private static Money part(
            Money due, Money before, RefundPlan plan, String kind, Optional<Money> typed) {
        Money whole = due.abs();
        Money asItCame = plan.most().getOrDefault(kind, Money.zero(whole.currency())).minus(before);
        Money part = typed.map(Money::abs).orElse(asItCame.isPositive() ? asItCame : whole);
        return part.compareTo(whole) > 0 ? whole : part;
    }

    private Money given(String kind) {
        Money zero = Money.zero(desk.sale().store().currency());
        return tender.tenders().stream()
                .filter(part -> part.kind().equals(kind) && part.amount().isNegative())
                .map(part -> part.amount().negated())
                .reduce(zero, Money::plus);
    }

    private Money cashLimit() {
        var currency = desk.sale().store().currency();
        return desk.signIn()
                .operator()
                .map(member -> member.role().cashRefundLimit(currency))
                .orElse(Money.zero(currency));
    }

    private void ask(RefundPlan.Why why, Money most, Money all, Runnable give) {
        var currency = all.currency();
        var key = "sales.approve.refund." + why.name().toLowerCase(Locale.ROOT);
        desk.approvals()
                .ask(
                        desk.texts().get(key, desk.money(all), desk.money(most)),
                        member -> member.role().cashRefundLimit(currency).compareTo(all) >= 0,
                        by -> {
                            note(by);
                            give.run();
                        });
    }

    private void note(StaffMember by) {
        var sale = desk.sale();
        sale.change(sale.sale().approvedBy(by.staffId()), sale.chosenProperty().get());
    }

    /// Empty if neither goods come back nor a deposit goes back.
    private Optional<RefundPlan> plan() {
        var sale = desk.sale().sale();
        if (!sale.hasLines() && sale.paid().stream().anyMatch(Tender.Deposit.class::isInstance)) {
            return due().map(due -> RefundPlan.ofDeposit(sale.receipts(), due.abs()));
        }
        boolean returns =
                sale.fixed().stream().anyMatch(line -> line.kind() == SaleLine.Kind.RETURN);
        return returns
                ? Optional.of(
                        RefundPlan.of(
                                sale.receipts(),
                                sale.fixed(),
                                Money.zero(desk.sale().store().currency())))
                : Optional.empty();
    }

    private String explanation() {
        if (due().isEmpty()) {
            return "";
        }
        return plan().map(this::explanation).orElse("");
    }

    private String explanation(RefundPlan plan) {
        if (plan.most().isEmpty()) {
            return desk.texts().get("sales.refund.no_receipt");
        }
        var ways =
                plan.most().entrySet().stream()
                        .map(way ->
                                desk.texts().get("sales.refund.way." + way.getKey())
                                        + " "
                                        + desk.money(way.getValue()))
                        .collect(Collectors.joining(", "));
        return desk.texts().get("sales.refund.as_paid", ways);
    }
}
