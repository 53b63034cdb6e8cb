package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.customers.CustomerBook;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.fitment.Vin;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Customers that a till makes and changes while nobody else hears of it.
@SuppressWarnings("NullAway.Init")
class TillCustomersTest {
    private static final UUID CLERK = SampleStaff.ANA.staffId();
    private static final UUID NEW = new UUID(1, 77);
    @TempDir Path temp;
    private Till till;
    private CustomerBook book;

    @BeforeEach
    void open() {
        till = TestTill.open(temp);
        book = new TillCounter(till).customerBook();
    }

    @AfterEach
    void close() {
        till.close();
    }

    private static Customer maria(String name, String phone) {
        return new Customer(
                NEW,
                Customer.Kind.RETAIL,
                name,
                Optional.empty(),
                Optional.of(phone),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private Optional<Customer> known(UUID id) {
        return till.database().read(session -> till.stores().customers().find(session, id));
    }

    private List<Customer> search(String words) {
        return till.database()
                .read(session -> till.stores().customers().search(session, words, 10));
    }

    private void told(Customer customer) {
        till.database().write(session -> till.stores().customers().put(session, List.of(customer)));
    }

    private List<Customer> asTheServerToldThem() {
        var told = new ArrayList<Customer>();
        Boolean _ =
                till.database()
                        .read(session -> {
                            till.stores().customers().forEach(session, told::add);
                            return true;
                        });
        return told;
    }

    @Test
    void aSnapshotThatSaysWhatThisTillSaidIsTheServersWordAllTheSame() {
        Customer maria = maria("Maria", "11 5555");
        till.database().write(session -> till.stores().customers().changed(session, maria));
        assertThat(asTheServerToldThem()).doesNotContain(maria);

        till.database().write(session -> till.stores().customers().renew(session, List.of(maria)));

        assertThat(asTheServerToldThem()).contains(maria);
        assertThat(search("maria")).contains(maria);
    }

    @Test
    void aCustomerMadeOfflineIsFoundAtOnceAndOutlivesARebuild() {
        book.save(maria("Maria Nova", "+55 11 95555-1234"), CLERK);
        assertThat(search("maria nova")).extracting(Customer::customerId).containsExactly(NEW);
        assertThat(search("955551234").isEmpty() ? search("5511955551234") : search("955551234"))
                .hasSize(1);
        till.close();
        Till.rebuildFromJournal(
                TestTill.enrolled(temp), kmmotos.desktop.stores.OpeningProgress.NONE);
        till = TestTill.open(temp);
        assertThat(known(NEW)).map(Customer::name).contains("Maria Nova");
    }

    @Test
    void whatTheServerTellsLaterDoesNotTakeAnOwnChangeBack() {
        var rider = SampleCustomers.RIDER;
        var mine = rider.edited(rider.in(Optional.of("en"), Optional.empty()), TestTill.NOW);
        book.save(mine, CLERK);
        var theirs =
                rider.edited(
                        rider.with(
                                Customer.bike(
                                        new UUID(2, 2),
                                        new Motorcycle("Honda", "PCX", 2022),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        TestTill.NOW.minusSeconds(60));
        told(theirs);
        var both = known(rider.customerId()).orElseThrow();
        assertThat(both.language()).contains("en");
        assertThat(both.motorcycles()).hasSize(1);
        assertThat(asTheServerToldThem()).contains(theirs).doesNotContain(both);
        told(both);
        assertThat(asTheServerToldThem()).contains(both);
    }

    @Test
    void aSnapshotThatDoesNotNameANewCustomerForgetsNobody() {
        book.save(maria("Maria Nova", "+55 11 95555-1234"), CLERK);
        till.database().write(session -> till.stores().customers().forgetOthers(session, Set.of()));
        assertThat(known(NEW)).isPresent();
        assertThat(known(SampleCustomers.RIDER.customerId())).isEmpty();
        told(known(NEW).orElseThrow());
        till.database().write(session -> till.stores().customers().forgetOthers(session, Set.of()));
        assertThat(known(NEW)).as("the server told of them, and tells no more").isEmpty();
    }

    @Test
    void aTillThatIsFilledAnewKeepsWhomItMade() {
        book.save(maria("Maria Nova", "+55 11 95555-1234"), CLERK);
        till.database().write(session -> till.stores().customers().beginFilling(session));
        till.database().write(session -> till.stores().customers().endFilling(session));
        assertThat(search("maria nova")).hasSize(1);
    }

    @Test
    void aNeighboursCustomerIsKnownBeforeTheServerTells() {
        var event = new Event.CustomerChanged(maria("Heard Around", "11 4002-8922"), CLERK);
        var entry = JournalEntry.of(new UUID(3, 3), 1, Instant.EPOCH, event);
        var heard =
                new StockStore.Heard(
                        new DeviceId(new UUID(4, 4)), new UUID(5, 5), 0, List.of(entry));
        till.records().engine().tables().write(to -> to.heard(heard));
        assertThat(search("heard around")).hasSize(1);
    }

    @Test
    void somebodyElseWithTheSameTelephoneIsNoticed() {
        var rider = SampleCustomers.RIDER;
        var other = maria("Another Person", "(+55) 11 91234 5678");
        assertThat(book.similar(other)).map(Customer::customerId).contains(rider.customerId());
        assertThat(book.similar(rider)).isEmpty();
    }

    @Test
    void theirPurchasesAtThisTillAreListed() {
        var sale = Rung.up(till, Rung.PAD, 1);
        assertThat(book.purchases(NEW, 5)).isEmpty();
        assertThat(sale).isNotNull();
    }

    @Test
    void aVinOfAModelInTheVinTableNamesTheBike() {
        assertThat(book.bikes("JH2PC4000FK000001")).hasSize(1);
        var found = book.bikes("JH2PC4000FK000001").getFirst();
        assertThat(found.motorcycle()).isEqualTo(new Motorcycle("Honda", "CBR600RR", 2015));
        assertThat(found.vin()).contains(new Vin("JH2PC4000FK000001"));
    }

    @Test
    void afterAVinThatDoesNotTellTheModelItIsWritten() {
        assertThat(book.bikes("9C2KC2200KR000001")).as("no model known").isEmpty();
        assertThat(book.bikes("9C2KC2200KR000001 cg160").getFirst().motorcycle())
                .isEqualTo(new Motorcycle("Honda", "CG 160", 2019));
    }

    @Test
    void aVinLikeOneInAGarageNamesTheSameModel() {
        book.save(SampleCustomers.GARAGE_OWNER, CLERK);
        assertThat(book.bikes("9C2KC2200LR123456").getFirst().motorcycle())
                .isEqualTo(new Motorcycle("Honda", "CG 160", 2020));
    }

    @Test
    void aBikeThatTheCatalogueDoesNotKnowIsTakenAsWritten() {
        assertThat(book.bikes("Vespa Primavera 1972").getFirst().motorcycle())
                .isEqualTo(new Motorcycle("Vespa", "Primavera", 1972));
        assertThat(book.bikes("Vespa Primavera")).as("no year").isEmpty();
    }
}
