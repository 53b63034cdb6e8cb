package kmmotos.desktop.sales;

/// Where the counter is: ringing up, taking money, or done and waiting for the next customer.
public enum SaleState {
    SELL,
    TENDER,
    DONE
}
