package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;

/// Reviews of products that wait for somebody to decide whether others see them.
public final class ReviewsModel {
    private final OfficeWork work;
    private final WorkList<ReviewView> reviews = new WorkList<>();

    ReviewsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(this::read, this::show, work.failed());
    }

    private List<ReviewView> read() {
        Page<ReviewView> page =
                work.client()
                        .get(
                                work.client().page("reviews", Optional.empty()),
                                new TypeReference<>() {});
        return page.items();
    }

    void clear() {
        reviews.clear();
    }

    public void choose(Optional<ReviewView> one) {
        reviews.choose(one);
    }

    /// @param reply what the shop says to it; may be empty
    public void decide(ReviewView one, boolean isShown, String reply) {
        work.actions()
                .run(
                        () -> {
                            work.client()
                                    .post(
                                            "reviews/" + one.reviewId() + "/decision",
                                            Map.of("show", isShown, "reply", reply.strip()));
                            return read();
                        },
                        all -> {
                            reviews.choose(Optional.empty());
                            show(all);
                            work.done(
                                    isShown
                                            ? "headoffice.reviews.was_shown"
                                            : "headoffice.reviews.was_refused");
                        },
                        work.failed());
    }

    private void show(List<ReviewView> all) {
        reviews.show(all);
        work.fresh().run();
    }

    public ObservableList<ReviewView> reviews() {
        return reviews.items();
    }

    public ReadOnlyObjectProperty<Optional<ReviewView>> chosenProperty() {
        return reviews.chosenProperty();
    }
}
