package kmmotos.desktop.leases;

import java.util.List;
import java.util.UUID;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Tender;

/// What the counter may use of cards, credit and coupons. Called away from the window's thread;
/// asks the server where the till holds too little, and never waits for it long.
public interface LeaseBook {
    /// A lease on a subject that can be used now.
    ///
    /// @param wanted minor units or uses; what is found may be less
    LeaseFound find(LeaseSubject subject, long wanted);

    /// Gives back what is left on a lease that is not needed after all.
    void release(UUID leaseId);

    /// Gives back whatever this till holds of a subject.
    void giveBack(LeaseSubject subject);

    /// Those of a sale's tenders whose lease can't bear them any more: it has ended, or another
    /// sale has used it.
    List<Tender> ended(List<Tender> tenders);

    /// What is on a card.
    CardFound balance(UUID cardId);

    /// The number of a card that this till hands out. The same serial number always gives the same
    /// one, so it can be printed again, and it is written down nowhere.
    GiftCardNumber card(UUID serial);
}
