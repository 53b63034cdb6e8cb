package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.customers.CustomerBook;
import kmmotos.desktop.ui.Picture;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.StockEverywhere;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Customers, their bikes and parts by keyboard. With `-Dpictures` the dialogs are drawn into
/// target/pictures.
class CustomerScreenTest {
    private final SaleWindow window;
    private final CounterFixture at;

    CustomerScreenTest(@TempDir Path folder) {
        window = new SaleWindow(folder);
        at = window.at();
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    private List<Customer> written() {
        return at.books.journal.stream()
                .filter(Event.CustomerChanged.class::isInstance)
                .map(event -> ((Event.CustomerChanged) event).customer())
                .toList();
    }

    private void fill(String id, String text) {
        var field = (TextField) find(id);
        Picture.onFx(() -> {
            field.setText(text);
            return 0;
        });
    }

    private Node find(String id) {
        return Objects.requireNonNull(window.find(id), id);
    }

    private String text(String id) {
        return ((Label) find(id)).getText();
    }

    private void remember(UUID customerId, String model) {
        var known = at.books.customers.get(customerId);
        var bike =
                Customer.bike(
                        new UUID(9, model.hashCode()),
                        new Motorcycle("Honda", model, 2019),
                        Optional.of("9C2KC2200KR000001"),
                        Optional.of("BRA2E19"),
                        Optional.empty());
        at.books.customers.put(
                customerId,
                Objects.requireNonNull(known).edited(known.with(bike), SampleCustomers.MOMENT));
    }

    @Test
    void aCustomerIsFoundAsOneTypesAndChosenByKeys() {
        window.press(KeyCode.F2);
        window.type("ofi");
        window.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(at.sale().sale().customer()).map(Customer::name).contains("Oficina do Zé");
    }

    @Test
    void somebodyNewIsWrittenDownWithAMotorcycleAndChosen() {
        window.press(KeyCode.F2);
        window.type("Maria Nova");
        window.press(KeyCode.ENTER, KeyCode.F2);
        assertThat(((TextField) find("#customer-name")).getText()).isEqualTo("Maria Nova");
        fill("#customer-phone", "+55 11 95555-1234");
        fill("#customer-tax-number", "111.444.777-36");
        window.press(KeyCode.F12);
        assertThat(text("#customer-trouble")).contains("check digits");
        assertThat(written()).isEmpty();
        fill("#customer-tax-number", "111.444.777-35");
        fill("#garage-bike", "cg160 2019");
        fill("#garage-plate", "BRA2E19");
        window.click("#garage-bike");
        var add = (Button) find("#garage-add");
        Picture.onFx(() -> {
            add.fire();
            return 0;
        });
        window.picture("customer-new");
        window.press(KeyCode.F12);
        assertThat(written()).hasSize(1);
        assertThat(written().getFirst().motorcycles()).hasSize(1);
        assertThat(at.sale().sale().customer()).map(Customer::name).contains("Maria Nova");
        assertThat(window.focused().getId()).isEqualTo("omnibox");
    }

    @Test
    void aKnownCustomersBikeIsTakenForTheSale() {
        var workshop = SampleCustomers.WORKSHOP.customerId();
        remember(workshop, "CG 160");
        at.customerBook.account =
                new CustomerBook.Account(
                        Optional.of(
                                new AccountBalance(
                                        Money.parse("1000.00", SampleStores.BRL),
                                        Money.parse("220.50", SampleStores.BRL),
                                        false)),
                        true);
        window.press(KeyCode.F2);
        window.type("zé");
        window.press(KeyCode.ENTER);
        window.burst(PAD);
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.ENTER);
        window.press(KeyCode.F2);
        window.type("zé");
        window.press(KeyCode.ENTER, KeyCode.F2);
        assertThat(text("#customer-account")).contains("220.50");
        assertThat(((ListView<?>) find("#purchases")).getItems()).hasSize(1);
        window.picture("customer-known");
        var garage = (ListView<?>) find("#garage");
        Picture.onFx(() -> {
            garage.requestFocus();
            garage.getSelectionModel().selectFirst();
            return 0;
        });
        window.press(KeyCode.ENTER);
        assertThat(at.sale().sale().parts().bike()).map(Motorcycle::model).contains("CG 160");
        assertThat(written()).as("nothing was changed").isEmpty();
        window.burst(PAD);
        window.burst(CounterFixture.KIT);
        assertThat(text("#sale-bike")).contains("CG 160");
        window.picture("sale-fits");
    }

    @Test
    void onlyAManagerGivesAnotherGroupsPrices() {
        window.press(KeyCode.F2);
        window.type("jo");
        window.press(KeyCode.ENTER, KeyCode.F2);
        assertThat(find("#customer-group").isDisabled()).isTrue();
        window.press(KeyCode.ESCAPE);
        Picture.onFx(() -> {
            at.signIn(SampleStaff.CARLA, "3333");
            return 0;
        });
        window.press(KeyCode.F2);
        assertThat(find("#customer-group").isDisabled()).isFalse();
    }

    @Test
    void f5ShowsEveryShopAndHowOldItsFigureIs() {
        var sku = SampleProducts.sku(SampleProducts.BRAKE_PAD);
        var kit = at.books.article(SampleProducts.sku(SampleProducts.CHAIN_KIT)).orElseThrow();
        at.parts.same.put(sku, List.of(kit));
        at.parts.everywhere.put(
                sku,
                new PartsBook.Everywhere(
                        new StockEverywhere(
                                sku,
                                List.of(
                                        shop("S1", "KM Motos Centro", 10, 0, CounterFixture.NOW),
                                        shop(
                                                "S2",
                                                "KM Motos Campinas",
                                                3,
                                                2,
                                                CounterFixture.NOW.minus(Duration.ofHours(9))))),
                        CounterFixture.NOW.minus(Duration.ofHours(1)),
                        false));
        window.burst(PAD);
        window.press(KeyCode.F5);
        assertThat(text("#part-asked")).contains("no connection");
        window.picture("part-everywhere");
        window.press(KeyCode.ENTER);
        assertThat(at.sale().rows().getFirst().sku())
                .as("Enter takes the other")
                .isEqualTo(kit.sku().value());
    }

    private static StockEverywhere.AtStore shop(
            String id, String name, int onHand, int coming, Instant heard) {
        return new StockEverywhere.AtStore(
                new StoreId(id),
                name,
                Quantity.of(onHand),
                Quantity.ZERO,
                Quantity.of(coming),
                Optional.of(heard));
    }

    @Test
    void beforeTheMoneyAReasonIsAskedForWhatDoesNotFit() {
        Picture.onFx(() -> {
            at.models.parts().use(new Motorcycle("Honda", "Biz 125", 2019));
            return 0;
        });
        window.burst(PAD);
        window.press(KeyCode.F12);
        window.picture("misfit");
        window.press(KeyCode.F3);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        window.press(KeyCode.ENTER);
        assertThat(at.books.sales.getLast().lines().getFirst().misfit())
                .contains("It is for another motorcycle");
    }
}
