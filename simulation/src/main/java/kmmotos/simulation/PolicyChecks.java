package kmmotos.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.simulation.server.HeadOffice;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.till.SimulatedTill;

/// What must hold of that which the server decides: every till ends with the same prices, coupons,
/// brands and open orders.
final class PolicyChecks {

    private final ServerState state;
    private final List<SimulatedTill> tills;
    private final Instant now;
    private final List<String> violations = new ArrayList<>();

    PolicyChecks(ServerState state, List<SimulatedTill> tills, Instant now) {
        this.state = state;
        this.tills = tills;
        this.now = now;
    }

    List<String> violations() {
        usesOfCouponsAreCounted();
        for (SimulatedTill till : tills) {
            theNewestPricesHold(till);
            couponsAndBrandsAreTheSame(till);
            promotionsAreTheSame(till);
            theSameIsSetAside(till);
            openOrdersAreTheSame(till);
            customersAreTheSame(till);
        }
        noChangeOfACustomerIsLost();
        return violations;
    }

    private void theNewestPricesHold(SimulatedTill till) {
        Optional<String> there = HeadOffice.inForce(state, now);
        Optional<String> here = till.tables().inForce(now);
        if (!here.equals(there)) {
            violations.add(
                    "I6 till %s sells by the prices %s, the server by %s"
                            .formatted(Checks.name(till), here, there));
        }
    }

    private void couponsAndBrandsAreTheSame(SimulatedTill till) {
        Map<String, Integer> here = new TreeMap<>();
        Map<String, Integer> there = new TreeMap<>();
        till.tables().coupons.rows().forEach((code, known) -> here.put(code, known.uses()));
        state.coupons.rows().forEach((code, known) -> there.put(code, known.uses()));
        if (!here.equals(there)) {
            violations.add(
                    "I6 till %s knows the coupons %s, the server %s"
                            .formatted(Checks.name(till), here, there));
        }
        if (!till.tables().brands.rows().equals(state.brands.rows())) {
            violations.add("I6 till %s knows other brands".formatted(Checks.name(till)));
        }
    }

    private void customersAreTheSame(SimulatedTill till) {
        Map<UUID, Customer> here = new TreeMap<>();
        till.tables().customers.rows().forEach((id, known) -> here.put(id, known.customer()));
        if (!here.equals(new TreeMap<>(state.customers.rows()))) {
            violations.add(
                    "I6 till %s knows the customers %s, the server %s"
                            .formatted(Checks.name(till), here, state.customers.rows()));
        }
    }

    /// The server's customers are what all facts about them come to.
    private void noChangeOfACustomerIsLost() {
        Map<UUID, Customer> told = new TreeMap<>();
        state.events
                .values()
                .forEach(stored -> {
                    if (stored.entry().read()
                            instanceof
                            JournalEntry.Reading.Known(Event.CustomerChanged(var customer, _))) {
                        told.merge(customer.customerId(), customer, Customer::merge);
                    }
                });
        if (!told.equals(new TreeMap<>(state.customers.rows()))) {
            violations.add(
                    "I2 the tills told of the customers %s, the server knows %s"
                            .formatted(told, state.customers.rows()));
        }
    }

    private void promotionsAreTheSame(SimulatedTill till) {
        Map<UUID, Promotion> there = new TreeMap<>(state.promotions.rows());
        there.values().removeIf(promotion -> !promotion.active());
        if (!till.tables().promotions.rows().equals(there)) {
            violations.add("I6 till %s knows other promotions".formatted(Checks.name(till)));
        }
    }

    private void theSameIsSetAside(SimulatedTill till) {
        Map<Sku, Quantity> here = new TreeMap<>();
        Map<Sku, Quantity> there = new TreeMap<>();
        till.tables().setAsides.rows().forEach((sku, kept) -> here.put(sku, kept.at(now)));
        state.setAsides.values().stream()
                .filter(kept -> kept.store().equals(till.till().storeId()))
                .forEach(kept -> there.put(kept.sku(), kept.at(now)));
        here.values().removeIf(Quantity::isZero);
        there.values().removeIf(Quantity::isZero);
        if (!here.equals(there)) {
            violations.add(
                    "I6 till %s has set %s aside, the server says %s"
                            .formatted(Checks.name(till), here, there));
        }
    }

    private void openOrdersAreTheSame(SimulatedTill till) {
        Map<UUID, String> here = open(till.tables().orders.values().stream());
        Map<UUID, String> there =
                open(
                        state.orders.values().stream()
                                .filter(order -> order.store().equals(till.till().storeId())));
        if (!here.equals(there)) {
            violations.add(
                    "I6 till %s knows the open orders %s, the server %s"
                            .formatted(Checks.name(till), here, there));
        }
    }

    private static Map<UUID, String> open(Stream<Order> orders) {
        return orders.filter(order -> order.state().isOpen())
                .collect(Collectors.toMap(Order::orderId, order -> order.state().word()));
    }

    private void usesOfCouponsAreCounted() {
        Map<String, Integer> used = new TreeMap<>();
        state.sales.values().stream()
                .filter(sale -> sale.orderId().isEmpty())
                .map(Sale::coupons)
                .flatMap(List::stream)
                .filter(state.coupons::has)
                .forEach(code -> used.merge(code, 1, Integer::sum));
        state.coupons
                .rows()
                .forEach((code, known) -> {
                    if (known.uses() != used.getOrDefault(code, 0)) {
                        violations.add(
                                "I3 coupon %s has %d uses, sales say %d"
                                        .formatted(code, known.uses(), used.getOrDefault(code, 0)));
                    }
                });
    }
}
