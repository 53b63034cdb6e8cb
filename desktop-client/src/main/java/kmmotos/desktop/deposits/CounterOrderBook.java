package kmmotos.desktop.deposits;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.staff.StaffMember;

/// The shop's counter orders as this till knows them. What is written here is journaled and works
/// offline.
public interface CounterOrderBook {

    /// Those that are not over, the one that is due first at the beginning.
    List<CounterOrderProgress> open();

    /// By a part of the number, the customer's name or phone; also those that are over.
    List<CounterOrderProgress> search(String words);

    Optional<CounterOrderProgress> byNumber(String number);

    /// Whether the shop has all its goods, and holds them for nobody else.
    boolean isThere(CounterOrderProgress progress);

    void move(UUID orderId, CounterOrderState next, StaffMember by);

    /// The goods came and wait for their customer. What no catalogue lists is taken into stock by
    /// this; all else was, when it was received.
    void arrived(CounterOrderProgress progress, String shelf, StaffMember by);
}
