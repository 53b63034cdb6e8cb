package kmmotos.server.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One index on disk, written by the one thread that follows the feed and read by every request.
///
/// What was written is seen by those who ask after [#show], and outlives the process after
/// [#commit].
public final class LiveIndex implements Closeable {

    private static final double BUFFER_MB = 64;

    /// Every search looks into each segment, so there are few; merging them costs less than it
    /// saves.
    private static final double SEGMENTS = 3;

    /// What requests see until the next [#show]. Whoever takes one releases it.
    public static final class View {

        private final IndexSearcher searcher;
        private final Bikes bikes;
        private final CatalogNames names;

        private View(IndexSearcher searcher, Bikes bikes, CatalogNames names) {
            this.searcher = searcher;
            this.bikes = bikes;
            this.names = names;
        }

        public IndexSearcher searcher() {
            return searcher;
        }

        public IndexReader reader() {
            return searcher.getIndexReader();
        }

        public Bikes bikes() {
            return bikes;
        }

        public CatalogNames names() {
            return names;
        }

        /// False if it was closed already: another one has taken its place.
        boolean take() {
            return reader().tryIncRef();
        }

        public void release() throws IOException {
            reader().decRef();
        }
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final PartWords parts;
    private volatile View view;
    private CatalogNames names = CatalogNames.NONE;

    private LiveIndex(Directory directory, PartWords parts) throws IOException {
        this.directory = directory;
        this.parts = parts;
        IndexWriterConfig config =
                new IndexWriterConfig(Words.ofFields())
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setMergePolicy(
                                new TieredMergePolicy()
                                        .setSegmentsPerTier(SEGMENTS)
                                        .setFloorSegmentMB(BUFFER_MB))
                        .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.view = view(DirectoryReader.open(writer), names);
    }

    /// Opens an index or makes an empty one; refuses one that is damaged.
    static LiveIndex open(Path folder, PartWords parts) throws IOException {
        Directory directory = FSDirectory.open(folder);
        LiveIndex index = null;
        try {
            index = new LiveIndex(directory, parts);
            for (LeafReaderContext leaf : index.view.reader().leaves()) {
                check(leaf.reader());
            }
            return index;
        } catch (IOException e) {
            close(index, directory, e);
            throw e;
        } catch (RuntimeException e) {
            // Bytes that make no sense are met as any exception.
            close(index, directory, e);
            throw new IOException("the index in " + folder + " can't be read", e);
        }
    }

    private static void check(LeafReader leaf) throws IOException {
        leaf.checkIntegrity();
    }

    private static void close(@Nullable LiveIndex index, Directory directory, Exception cause) {
        try (Directory _ = directory;
                LiveIndex _ = index) {
            // Closed by leaving; the cause is what is told.
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// What was committed with it.
    Optional<IndexState> state() {
        Map<String, String> committed = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
        }
        return IndexState.from(committed);
    }

    /// The names that the next documents are made with.
    void name(CatalogNames fresh) {
        names = fresh;
    }

    /// Writes these products in place of what was there.
    ///
    /// @param ids all of them; those that are no longer offered are not among the products
    void replace(Collection<UUID> ids, List<IndexedProduct> products) throws IOException {
        Term[] terms =
                ids.stream().map(id -> new Term(Fields.ID, id.toString())).toArray(Term[]::new);
        var _ = writer.deleteDocuments(terms);
        add(products);
    }

    void add(List<IndexedProduct> products) throws IOException {
        for (IndexedProduct product : products) {
            var _ = writer.addDocument(ProductDocument.of(product, names, parts));
        }
    }

    /// Lets requests see what was written.
    void show() throws IOException {
        DirectoryReader before = (DirectoryReader) view.reader();
        DirectoryReader now = DirectoryReader.openIfChanged(before, writer);
        if (now != null || !names.equals(view.names())) {
            if (now == null) {
                before.incRef();
                now = before;
            }
            View old = view;
            view = view(now, names);
            old.release();
        }
    }

    /// Those of these products whose shelves are others than those shown for them.
    List<UUID> moved(Map<UUID, Shelves> shelves) throws IOException {
        List<UUID> moved = new ArrayList<>();
        for (Map.Entry<UUID, Shelves> of : shelves.entrySet()) {
            OptionalLong shown = shelves(of.getKey());
            if (shown.isEmpty() || shown.getAsLong() != of.getValue().fingerprint()) {
                moved.add(of.getKey());
            }
        }
        return moved;
    }

    private OptionalLong shelves(UUID id) throws IOException {
        BytesRef term = new BytesRef(id.toString());
        for (LeafReaderContext leaf : view.reader().leaves()) {
            PostingsEnum found = leaf.reader().postings(new Term(Fields.ID, term));
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = next(found); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(found)) {
                NumericDocValues values = leaf.reader().getNumericDocValues(Fields.SHELVES);
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    return OptionalLong.of(values.longValue());
                }
            }
        }
        return OptionalLong.empty();
    }

    private static int next(@Nullable PostingsEnum found) throws IOException {
        return found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
    }

    int documents() {
        return view.reader().numDocs();
    }

    void commit(IndexState state) throws IOException {
        writer.setLiveCommitData(state.committed().entrySet());
        var _ = writer.commit();
    }

    /// What there is to see now, taken for the caller.
    Optional<View> take() {
        View seen = view;
        while (!seen.take()) {
            View fresh = view;
            if (fresh == seen) {
                return Optional.empty();
            }
            seen = fresh;
        }
        return Optional.of(seen);
    }

    @Override
    public void close() throws IOException {
        // A request that still reads keeps its files until it is done.
        view.release();
        writer.close();
        directory.close();
    }

    private static View view(DirectoryReader reader, CatalogNames names) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        return new View(searcher, Bikes.in(reader), names);
    }
}
