package kmmotos.server.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import kmmotos.server.search.index.Fields;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The words and numbers that occur in an index.
final class Vocabulary {

    /// Shorter words differ by a letter from too many others.
    private static final int SHORTEST_MISSPELT = 4;

    private static final int MAX_SPELLINGS = 3;

    private final IndexReader reader;
    private final DirectSpellChecker spelling = new DirectSpellChecker();

    Vocabulary(IndexReader reader) {
        this.reader = reader;
        spelling.setMinPrefix(0);
        spelling.setMinQueryLength(SHORTEST_MISSPELT);
        spelling.setAccuracy(0.6f);
        spelling.setMaxQueryFrequency(0);
    }

    boolean has(String field, String word) throws IOException {
        return reader.docFreq(new Term(field, word)) > 0;
    }

    boolean hasBeginning(String field, String start) throws IOException {
        BytesRef prefix = new BytesRef(start);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum all = terms.iterator();
                if (all.seekCeil(prefix) != TermsEnum.SeekStatus.END
                        && StringHelper.startsWith(all.term(), prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Words that this one may have been meant to be, the likeliest first.
    List<String> meant(String word) throws IOException {
        if (word.length() < SHORTEST_MISSPELT || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<String> near = spelt(word, 1);
        return near.isEmpty() ? spelt(word, 2) : near;
    }

    /// @param edits letters that may be others, missing, too many or swapped; two cost much more
    private List<String> spelt(String word, int edits) throws IOException {
        spelling.setMaxEdits(edits);
        SuggestWord[] words =
                spelling.suggestSimilar(
                        new Term(Fields.PLAIN, word),
                        MAX_SPELLINGS,
                        reader,
                        SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return Arrays.stream(words).map(found -> found.string).toList();
    }
}
