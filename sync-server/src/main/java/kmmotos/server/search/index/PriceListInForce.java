package kmmotos.server.search.index;

import java.time.LocalDate;

/// The list by which a zone sells, on its day there.
record PriceListInForce(String priceListId, LocalDate day) {

    /// Before anything was read.
    static final PriceListInForce NONE = new PriceListInForce("", LocalDate.EPOCH);
}
