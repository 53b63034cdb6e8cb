package kmmotos.server.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/// How texts become words: letters and digits, in lower case, without accents; and the stem of a
/// word by the rules of a language.
///
/// Accents go before stemming, because half of those who type leave them out.
public final class Words {

    private static final Analyzer PLAIN = new WordAnalyzer("");
    private static final Map<String, Analyzer> STEMS =
            Map.of(
                    "pt", new WordAnalyzer("pt"),
                    "es", new WordAnalyzer("es"),
                    "en", new WordAnalyzer("en"));

    private Words() {}

    /// What the index writes with.
    static Analyzer ofFields() {
        Map<String, Analyzer> byField = new HashMap<>();
        STEMS.forEach((language, analyzer) -> {
            byField.put(Fields.name(language), analyzer);
            byField.put(Fields.more(language), analyzer);
        });
        return new PerFieldAnalyzerWrapper(PLAIN, byField);
    }

    public static List<String> plain(String text) {
        return terms(PLAIN, text);
    }

    /// The stem of a plain word.
    public static String stem(String language, String word) {
        Analyzer analyzer = STEMS.getOrDefault(language, PLAIN);
        return terms(analyzer, word).stream().findFirst().orElse(word);
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            List<String> all = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                all.add(term.toString());
            }
            stream.end();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
    }

    private static final class WordAnalyzer extends Analyzer {

        private final String language;

        WordAnalyzer(String language) {
            this.language = language;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer letters = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(letters));
            return new TokenStreamComponents(letters, stemmed(folded));
        }

        private TokenStream stemmed(TokenStream folded) {
            return switch (language) {
                case "pt" -> new PortugueseLightStemFilter(folded);
                case "es" -> new SpanishLightStemFilter(folded);
                case "en" -> new EnglishMinimalStemFilter(folded);
                default -> folded;
            };
        }
    }
}
