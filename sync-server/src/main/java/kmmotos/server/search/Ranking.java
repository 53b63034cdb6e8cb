package kmmotos.server.search;

/// How much each thing counts in the order of hits. An exact number always comes first.
///
/// @param fits that a part is made for the motorcycle in the search
/// @param inStock that some store has it
/// @param sales that it sells, as a share of this that grows with what is sold
public record Ranking(double fits, double inStock, double sales) {

    static final float EXACT_NUMBER = 10_000;
    static final float NUMBER_BEGINS_SO = 1_000;

    /// What is said of a thing counts less than its name.
    static final float MORE = 0.3f;

    static final float MEANS_THE_SAME = 0.8f;
    static final float WORD_BEGINS_SO = 0.6f;
    static final float SPELT_OTHERWISE = 0.7f;
    static final float UNIVERSAL = 0.2f;

    /// So many sold a day count half of what sales can count.
    static final float USUAL_SALES = 0.5f;

    public Ranking {
        if (!(fits >= 0 && inStock >= 0 && sales >= 0)) {
            throw new IllegalArgumentException("weights of the search must be 0 or more");
        }
    }
}
