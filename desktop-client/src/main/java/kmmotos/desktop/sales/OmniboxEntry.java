package kmmotos.desktop.sales;

import java.math.BigDecimal;
import kmmotos.model.money.Quantity;

/// What a clerk meant by a line typed into the omnibox.
public sealed interface OmniboxEntry {
    record Nothing() implements OmniboxEntry {}

    /// `3*` alone: the next article comes this many times.
    record NextQuantity(Quantity quantity) implements OmniboxEntry {}

    /// An article's number or words to search for, `3*` or `-` before it; a negative quantity is a
    /// return.
    record Find(Quantity quantity, String text) implements OmniboxEntry {}

    /// `-` alone: the next article comes back.
    record NextIsReturned() implements OmniboxEntry {}

    /// `*5`: the chosen line's quantity; `*0` takes the line out.
    record LineQuantity(Quantity quantity) implements OmniboxEntry {}

    /// `/10`: percent off the chosen line; `/0` takes a discount away.
    record LinePercent(BigDecimal percent) implements OmniboxEntry {}

    /// `//10`: percent off the whole sale.
    record BasketPercent(BigDecimal percent) implements OmniboxEntry {}

    /// `=49.90`: the chosen line's price.
    record OwnPrice(BigDecimal price) implements OmniboxEntry {}

    /// `c smith`.
    record FindCustomer(String text) implements OmniboxEntry {}

    /// `r 1043` or `r S1-2-1-001043`.
    record FindReceipt(String text) implements OmniboxEntry {}

    /// `n left one only`: a note on the chosen line.
    record LineNote(String text) implements OmniboxEntry {}

    /// `nn collected by his brother`: a note on the whole sale.
    record SaleNote(String text) implements OmniboxEntry {}

    /// `b cg160 2019 brake`.
    record FindForBike(String text) implements OmniboxEntry {}

    /// `g 50`: a gift card with this much on it is sold.
    record SellGiftCard(BigDecimal amount) implements OmniboxEntry {}

    /// `a 100`: the customer pays this much off their account.
    record PayOffAccount(BigDecimal amount) implements OmniboxEntry {}

    /// A number where none can be read, or one that makes no sense.
    record Unreadable(Reason reason, String text) implements OmniboxEntry {}

    /// Why a line can't be understood.
    enum Reason {
        NUMBER_EXPECTED,
        ABSURD_QUANTITY,
        PERCENT_OUT_OF_RANGE
    }
}
