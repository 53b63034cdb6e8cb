package kmmotos.desktop.devices.scale;

import kmmotos.model.money.Quantity;

/// What a scale says when it is asked.
public sealed interface Reading {

    /// It stands still and shows this.
    record Weight(Quantity kilograms) implements Reading {}

    /// It still moves.
    record Moving() implements Reading {}

    /// Nothing lies on it.
    record Empty() implements Reading {}

    /// It shows less than nothing: it was moved, or set to zero with something on it.
    record BelowZero() implements Reading {}

    /// More lies on it than it can weigh.
    record TooHeavy() implements Reading {}
}
