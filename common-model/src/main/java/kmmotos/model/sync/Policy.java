package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.ReorderLevel;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Bins;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;

/// What the server decides and tills are told: each holds the whole new value, so the last one
/// wins. [StockChanged] alone is a change, and is told once.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Policy.ProductChanged.class, name = "product_changed"),
    @JsonSubTypes.Type(value = Policy.CategoryChanged.class, name = "category_changed"),
    @JsonSubTypes.Type(value = Policy.BrandChanged.class, name = "brand_changed"),
    @JsonSubTypes.Type(value = Policy.PriceListPublished.class, name = "price_list_published"),
    @JsonSubTypes.Type(value = Policy.TaxRulesChanged.class, name = "tax_rules_changed"),
    @JsonSubTypes.Type(value = Policy.ForeignRatesChanged.class, name = "foreign_rates_changed"),
    @JsonSubTypes.Type(value = Policy.CouponChanged.class, name = "coupon_changed"),
    @JsonSubTypes.Type(value = Policy.CouponKeyChanged.class, name = "coupon_key_changed"),
    @JsonSubTypes.Type(value = Policy.PromotionChanged.class, name = "promotion_changed"),
    @JsonSubTypes.Type(value = Policy.CouponSpent.class, name = "coupon_spent"),
    @JsonSubTypes.Type(value = Policy.CustomerChanged.class, name = "customer_changed"),
    @JsonSubTypes.Type(value = Policy.StaffChanged.class, name = "staff_changed"),
    @JsonSubTypes.Type(value = Policy.StoreChanged.class, name = "store_changed"),
    @JsonSubTypes.Type(value = Policy.OrderChanged.class, name = "order_changed"),
    @JsonSubTypes.Type(value = Policy.CounterOrderChanged.class, name = "counter_order_changed"),
    @JsonSubTypes.Type(value = Policy.ReceiptKeyChanged.class, name = "receipt_key_changed"),
    @JsonSubTypes.Type(value = Policy.StockChanged.class, name = "stock_changed"),
    @JsonSubTypes.Type(value = Policy.StockLevel.class, name = "stock_level"),
    @JsonSubTypes.Type(value = Policy.StockSeen.class, name = "stock_seen"),
    @JsonSubTypes.Type(value = Policy.TransferChanged.class, name = "transfer_changed"),
    @JsonSubTypes.Type(
            value = Policy.TransferRequestChanged.class,
            name = "transfer_request_changed"),
    @JsonSubTypes.Type(value = Policy.PurchaseOrderChanged.class, name = "purchase_order_changed"),
    @JsonSubTypes.Type(value = Policy.ReorderLevelChanged.class, name = "reorder_level_changed"),
    @JsonSubTypes.Type(value = Policy.ShortageChanged.class, name = "shortage_changed"),
    @JsonSubTypes.Type(value = Policy.SetAsideChanged.class, name = "set_aside_changed"),
    @JsonSubTypes.Type(value = Policy.BinsChanged.class, name = "bins_changed"),
    @JsonSubTypes.Type(value = Policy.ExceptionSolved.class, name = "exception_solved"),
    @JsonSubTypes.Type(value = Policy.StoreNamed.class, name = "store_named"),
    @JsonSubTypes.Type(value = Policy.DeviceRevoked.class, name = "device_revoked"),
    @JsonSubTypes.Type(value = Policy.TillChanged.class, name = "till_changed")
})
public sealed interface Policy {

    /// In scope `catalog`.
    record ProductChanged(Product product) implements Policy {}

    /// In scope `catalog`.
    record CategoryChanged(Category category) implements Policy {}

    /// In scope `catalog`.
    record BrandChanged(Brand brand) implements Policy {}

    /// In scope `pricelist/{zone}`; the list itself is fetched by its id.
    record PriceListPublished(String zone, String priceListId, Instant effectiveFrom)
            implements Policy {}

    /// In scope `pricelist/{zone}`.
    record TaxRulesChanged(TaxRules rules) implements Policy {}

    /// In scope `store/{id}`: the foreign cash that the store takes.
    record ForeignRatesChanged(ForeignRates rates) implements Policy {}

    /// In scope `pricelist/{zone}`.
    ///
    /// @param uses how often it was used in the chain so far
    record CouponChanged(Coupon coupon, int uses) implements Policy {}

    /// In scope `pricelist/{zone}` of every zone: one that moves to another zone ends where it was.
    /// One that was ended is not active, and not in snapshots.
    record PromotionChanged(Promotion promotion) implements Policy {}

    /// A key by which head office signs coupons, in scope `catalog`.
    ///
    /// @param keyId see [kmmotos.model.pricing.SignedCoupon#keyId]
    /// @param publicKey base64 of its Ed25519 key, X.509 encoded
    /// @param revoked whether nothing that it signed is taken any more
    record CouponKeyChanged(String keyId, String publicKey, boolean revoked) implements Policy {}

    /// A signed coupon was used, in scope `pricelist/{zone}` of every zone.
    ///
    /// @param saleId where
    /// @param until the coupon's last day; after it nobody needs to know
    record CouponSpent(String code, UUID saleId, LocalDate until) implements Policy {}

    /// A key by which a till of the chain signs its receipts, in scope `catalog`: by this the tills
    /// of all stores believe them.
    ///
    /// @param publicKey base64 of its Ed25519 key, X.509 encoded
    /// @param revoked whether what it signed is to be looked at by people
    record ReceiptKeyChanged(Till till, String publicKey, boolean revoked) implements Policy {}

    /// In scope `customers`.
    record CustomerChanged(Customer customer) implements Policy {}

    /// In scope `store/{id}` of each store they work in.
    record StaffChanged(StaffMember member) implements Policy {}

    /// In scope `store/{id}`.
    record StoreChanged(Store store) implements Policy {}

    /// In scope `store/{id}`.
    record OrderChanged(Order order) implements Policy {}

    /// In scope `store/{id}`: an order that was made at a counter of the store. One that is over is
    /// told a last time, and is not in snapshots.
    record CounterOrderChanged(CounterOrderProgress progress) implements Policy {}

    /// In scope `store/{id}` of both its stores.
    record TransferChanged(TransferProgress transfer) implements Policy {}

    /// In scope `store/{id}` of both its stores.
    ///
    /// @param open whether the goods are still to be sent; false once they were, or are no longer
    ///   needed
    record TransferRequestChanged(TransferRequest request, boolean open) implements Policy {}

    /// In scope `store/{id}`. One of which nothing more is awaited is told a last time, and is not
    /// in snapshots.
    record PurchaseOrderChanged(PurchaseProgress progress) implements Policy {}

    /// In scope `store/{id}`. One that is not set any more is told once, and is not in snapshots.
    record ReorderLevelChanged(ReorderLevel level) implements Policy {}

    /// In scope `store/{id}`.
    record ShortageChanged(Shortage shortage) implements Policy {}

    /// In scope `store/{id}`: what a shop keeps for the online shop.
    record SetAsideChanged(SetAside setAside) implements Policy {}

    /// In scope `store/{id}`: where an item lies.
    record BinsChanged(Bins bins) implements Policy {}

    /// In scope `device/{id}`: an event of this till that waited on the work list was looked after.
    record ExceptionSolved(UUID eventId) implements Policy {}

    /// A store of the chain and its name, as tills need it to send goods there; in scope `catalog`.
    record StoreNamed(StoreId store, String name) implements Policy {}

    /// What an event of some till of the store did to its stock, in scope `store/{id}`. A till
    /// passes over its own.
    ///
    /// @param seq the last entry of the till's journal that contributed; 0 if it was none
    /// @param incarnation the journal in which `seq` is. It is there on the last of what one upload
    ///   changed: who has read this has seen everything of that journal up to `seq`
    /// @param journal the journal the facts came in. A till passes over those of its own journal
    ///   only: what its device told in another one came from a copy of the till, or from a life
    ///   that it does not remember
    record StockChanged(
            StoreId store,
            Sku sku,
            Quantity change,
            DeviceId device,
            long seq,
            Optional<UUID> incarnation,
            Optional<UUID> journal)
            implements Policy {

        public StockChanged(StoreId store, Sku sku, Quantity change, DeviceId device, long seq) {
            this(store, sku, change, device, seq, Optional.empty());
        }

        public StockChanged(
                StoreId store,
                Sku sku,
                Quantity change,
                DeviceId device,
                long seq,
                Optional<UUID> incarnation) {
            this(store, sku, change, device, seq, incarnation, incarnation);
        }

        /// Whether this till's own figures hold it already.
        public boolean isOf(DeviceId till, UUID itsJournal) {
            return device.equals(till) && journal.map(itsJournal::equals).orElse(true);
        }
    }

    /// Up to where a snapshot's stock figures hold each journal of the store, never in the feed.
    record StockSeen(StoreId store, List<JournalMark> marks) implements Policy {

        public StockSeen {
            marks = List.copyOf(marks);
        }
    }

    /// A stock figure in a snapshot of `store/{id}`, never in the feed.
    record StockLevel(StoreId store, Sku sku, Quantity onHand) implements Policy {}

    /// In scope `device/{id}`: this till is to stop talking to the server.
    record DeviceRevoked(DeviceId device) implements Policy {}

    /// A till of the store, in scope `store/{id}`: by this the tills of a shop know each other.
    ///
    /// @param publicKey base64 of its Ed25519 key, X.509 encoded
    /// @param revoked whether nobody is to listen to it any more
    record TillChanged(Till till, String publicKey, boolean revoked) implements Policy {}
}
