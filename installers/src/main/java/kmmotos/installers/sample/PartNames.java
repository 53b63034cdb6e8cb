package kmmotos.installers.sample;

/// A name in the three languages of the sample chain.
record PartNames(String english, String portuguese, String spanish) {

    /// The same words after each name: the brand, the motorcycle, the size.
    PartNames plus(String words) {
        if (words.isEmpty()) {
            return this;
        }
        return new PartNames(
                english + " " + words, portuguese + " " + words, spanish + " " + words);
    }
}
