package kmmotos.desktop.sales;

import java.util.List;

/// Sales that are parked at the shop's other tills. Called away from the window's thread.
public interface ParkedElsewhere {
    /// What came of asking for one.
    sealed interface Taking {
        /// It is this till's now.
        record Taken(ParkedSale sale) implements Taking {}

        /// Somebody was faster.
        record Gone() implements Taking {}

        /// That till does not answer: only it can give the sale away.
        record NoAnswer() implements Taking {}
    }

    List<ParkedSale> shown();

    Taking take(ParkedSale sale);

    /// This till's own parked sales are not what they were.
    void changed();

    /// A till that is alone.
    static ParkedElsewhere none() {
        return new ParkedElsewhere() {
            @Override
            public List<ParkedSale> shown() {
                return List.of();
            }

            @Override
            public Taking take(ParkedSale sale) {
                return new Taking.Gone();
            }

            @Override
            public void changed() {}
        };
    }
}
