package kmmotos.installers.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.installers.sample.JudgedQuery;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// What a search that knows nothing of parts makes of the same catalogue: each product one text,
/// any of the words, BM25.
final class PlainBm25 {
    private static final String ID = "id";
    private static final String TEXT = "text";

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final IndexSearcher searcher;

    private PlainBm25(List<JudgedQuery.PlainText> products) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
            for (JudgedQuery.PlainText product : products) {
                Document document = new Document();
                document.add(new StringField(ID, product.productId().toString(), Store.YES));
                document.add(new TextField(TEXT, product.text(), Store.NO));
                var _ = writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(memory));
    }

    static PlainBm25 of(List<JudgedQuery.PlainText> products) {
        try {
            return new PlainBm25(products);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<UUID> find(String query, int limit) {
        try {
            List<UUID> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(anyWord(query), limit).scoreDocs) {
                Document document = searcher.storedFields().document(hit.doc);
                found.add(UUID.fromString(document.get(ID)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BooleanQuery anyWord(String query) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        try (TokenStream words = analyzer.tokenStream(TEXT, query)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                any.add(new TermQuery(new Term(TEXT, word.toString())), Occur.SHOULD);
            }
            words.end();
        }
        return any.build();
    }
}
