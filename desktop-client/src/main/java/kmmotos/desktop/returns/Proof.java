package kmmotos.desktop.returns;

/// By what this till believes a receipt.
public enum Proof {
    OWN_BOOKS,
    /// The journal of another till of the shop, as it is kept here.
    NEIGHBOUR,
    HEAD_OFFICE,
    /// The signature on the paper, by a till that head office told of.
    SIGNATURE
}
