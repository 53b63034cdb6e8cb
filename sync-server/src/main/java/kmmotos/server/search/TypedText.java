package kmmotos.server.search;

import java.util.List;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.server.search.index.PartWords;
import kmmotos.server.search.index.Words;

/// What somebody typed into the search field, as words and as one number.
///
/// @param all every word, plain
/// @param words those that tell something
/// @param number the whole text read as a part number or GTIN
record TypedText(List<String> all, List<String> words, String number) {

    static final int MAX_LENGTH = 200;

    /// Further words are passed over: nobody means them all, and each costs.
    static final int MAX_WORDS = 12;

    private static final int MAX_WORD_LENGTH = 64;

    TypedText {
        all = List.copyOf(all);
        words = List.copyOf(words);
    }

    static TypedText read(String text, PartWords parts) {
        List<String> plain =
                Words.plain(text).stream()
                        .filter(word -> word.length() <= MAX_WORD_LENGTH)
                        .limit(MAX_WORDS)
                        .toList();
        return new TypedText(
                plain,
                parts.telling(plain),
                Gtin.find(text).map(Gtin::value).orElseGet(() -> PartNumber.normalized(text)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
