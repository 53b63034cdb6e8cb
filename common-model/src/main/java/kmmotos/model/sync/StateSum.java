package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kmmotos.model.orders.Order;
import kmmotos.model.stores.StoreId;

/// A sum over the state that a till of a store was told, the same in whatever order it is added:
/// for each type of policy how many there are, and the sum of their SHA-256 hashes' first 64 bits,
/// modulo 2^64. Two sides with equal sums hold the same.
///
/// It holds what a till can write out again just as it was told. Left out are what is not served
/// any more, stock figures of 0, price lists (their names are their hashes), transfers, and what is
/// told once. Open web orders have a sum of their own, which older tills pass over.
public final class StateSum {

    /// The types' names on the wire.
    private static final Map<Class<?>, String> TYPES =
            Arrays.stream(Policy.class.getAnnotation(JsonSubTypes.class).value())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private static final String ORDERS = "order_changed";

    private record Part(long count, long sum) {

        String text() {
            return count + "-" + Long.toHexString(sum);
        }
    }

    private final StoreId store;
    private final SortedMap<String, Part> parts = new TreeMap<>();

    public StateSum(StoreId store) {
        this.store = store;
    }

    public void add(Policy policy) {
        content(policy)
                .ifPresent(bytes -> {
                    String hash = HashChain.sha256Hex(bytes);
                    add(
                            Objects.requireNonNull(TYPES.get(policy.getClass())),
                            new Part(1, Long.parseUnsignedLong(hash.substring(0, 16), 16)));
                });
    }

    /// Adds all that was added to another sum.
    public void addAll(StateSum other) {
        other.parts.forEach(this::add);
    }

    private void add(String type, Part part) {
        parts.merge(
                type, part, (one, other) -> new Part(one.count + other.count, one.sum + other.sum));
    }

    private Optional<byte[]> content(Policy policy) {
        return switch (policy) {
            case Policy.ProductChanged(var product) when product.active() -> whole(policy);
            case Policy.CustomerChanged(var customer) when customer.active() -> whole(policy);
            case Policy.StaffChanged(var member) when member.worksAt(store) -> whole(policy);
            case Policy.StockLevel(_, var sku, var onHand) when !onHand.isZero() ->
                    text(sku + " " + onHand.thousandths());
            case Policy.OrderChanged(var order) when order.state().isOpen() -> text(summary(order));
            case Policy.CouponChanged(var coupon, _) -> Optional.of(CanonicalJson.bytes(coupon));
            case Policy.PromotionChanged(var promotion) when promotion.active() -> whole(policy);
            case Policy.CategoryChanged _,
                    Policy.BrandChanged _,
                    Policy.TaxRulesChanged _,
                    Policy.StoreChanged _,
                    Policy.StoreNamed _,
                    Policy.TillChanged _ ->
                    whole(policy);
            case Policy.ProductChanged _,
                    Policy.CustomerChanged _,
                    Policy.StaffChanged _,
                    Policy.StockLevel _,
                    Policy.OrderChanged _,
                    Policy.PriceListPublished _,
                    Policy.CouponKeyChanged _,
                    Policy.ReceiptKeyChanged _,
                    Policy.CouponSpent _,
                    Policy.PromotionChanged _,
                    Policy.CounterOrderChanged _,
                    Policy.TransferChanged _,
                    Policy.TransferRequestChanged _,
                    Policy.PurchaseOrderChanged _,
                    Policy.ReorderLevelChanged _,
                    Policy.ShortageChanged _,
                    Policy.SetAsideChanged _,
                    Policy.ForeignRatesChanged _,
                    Policy.BinsChanged _,
                    Policy.ExceptionSolved _,
                    Policy.StockChanged _,
                    Policy.StockSeen _,
                    Policy.DeviceRevoked _ ->
                    Optional.empty();
        };
    }

    /// What a till acts on: how far it is, and what is held for it.
    private static String summary(Order order) {
        return order.lines().stream()
                .map(Order.Line::priced)
                .map(line -> line.sku() + " " + line.quantity().thousandths())
                .collect(
                        Collectors.joining(
                                ",", order.orderId() + " " + order.state().word() + " ", ""));
    }

    private static Optional<byte[]> whole(Policy policy) {
        return Optional.of(CanonicalJson.bytes(policy));
    }

    private static Optional<byte[]> text(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The sums by type of policy, as `<count>-<sum in hexadecimal>`; without the orders'.
    public SortedMap<String, String> sums() {
        SortedMap<String, String> sums = new TreeMap<>();
        parts.forEach((type, part) -> sums.put(type, part.text()));
        sums.remove(ORDERS);
        return Collections.unmodifiableSortedMap(sums);
    }

    /// The sum of the open web orders.
    public String orders() {
        return parts.getOrDefault(ORDERS, new Part(0, 0)).text();
    }
}
