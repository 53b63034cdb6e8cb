package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Quantity;

/// What a parts clerk adds to selling: the motorcycle the parts are for, the number that replaces
/// another, what else would do, and who else has it.
public final class PartsModel {
    private static final int MAX_ALTERNATIVES = 20;

    private final SaleDesk desk;
    private final LineModel lines;
    private final ObservableList<Motorcycle> bikes = FXCollections.observableArrayList();
    private final ObservableList<Motorcycle> bikesShown =
            FXCollections.unmodifiableObservableList(bikes);
    private final ReadOnlyObjectWrapper<Optional<PartView>> part =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<List<Article>> articlesFound = _ -> {};
    private String words = "";

    /// An item as F5 shows it.
    ///
    /// @param everywhere empty if the server was never asked for it
    /// @param others the number that was asked for in place of it, what replaces it, then what its
    ///   makers call the same
    public record PartView(
            Article article, Optional<PartsBook.Everywhere> everywhere, List<Article> others) {}

    PartsModel(SaleDesk desk, LineModel lines) {
        this.desk = desk;
        this.lines = lines;
    }

    /// Where parts for a motorcycle are shown.
    void showFoundBy(Consumer<List<Article>> shown) {
        articlesFound = shown;
    }

    /// Adds an article. Of one that was superseded the old stock is sold first, then the number
    /// that replaces it.
    public void add(Article article, Quantity quantity) {
        var left = article.available().minus(desk.sale().sale().unitsOf(article.sku()));
        if (article.variant().supersededBy().isEmpty()
                || quantity.isNegative()
                || left.isPositive()) {
            lines.add(article, quantity);
            return;
        }
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().parts().successors(article.sku()),
                        chain -> addFrom(chain, article, quantity),
                        desk.failed("sales.lookup.failed"));
    }

    /// The first of the chain that is there, else its end.
    private void addFrom(List<Article> chain, Article asked, Quantity quantity) {
        if (chain.isEmpty()) {
            lines.add(asked, quantity);
            return;
        }
        var taken =
                chain.stream()
                        .filter(article -> article.available().isPositive())
                        .findFirst()
                        .orElseGet(chain::getLast);
        lines.add(taken, quantity);
        var sale = desk.sale();
        if (sale.sale().unitsOf(taken.sku()).isPositive()) {
            sale.change(
                    sale.sale()
                            .withParts(sale.sale().parts().withAskedFor(taken.sku(), asked.sku())),
                    sale.chosenProperty().get());
            desk.note(
                    "sales.superseded.instead",
                    asked.sku(),
                    taken.sku(),
                    taken.name(sale.locale()));
        }
    }

    /// Puts another item in the place of the chosen line, as many of it.
    public void takeInstead(Article other) {
        var sale = desk.sale();
        var line = sale.chosenLine().filter(it -> it.quantity().isPositive());
        if (line.isEmpty()) {
            lines.add(other, Quantity.ONE);
            return;
        }
        var quantity = line.get().quantity();
        if (other.variant().canBeSoldIn(quantity)) {
            lines.voidChosen();
            lines.add(other, quantity);
        } else {
            desk.refuse("sales.quantity.whole", other.name(sale.locale()));
        }
    }

    /// `b cg160 2019 brake`, or a VIN: one motorcycle is taken for the sale, of several the clerk
    /// picks one, and parts for them are shown.
    public void findForBike(String typed) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().parts().bikes(typed, OmniboxModel.MAX_FOUND),
                        found -> show(typed, found),
                        desk.failed("sales.lookup.failed"));
    }

    private void show(String typed, PartsBook.BikesFound found) {
        words = found.rest();
        if (found.bikes().size() > 1 && found.rest().isBlank()) {
            bikes.setAll(found.bikes());
            return;
        }
        if (found.bikes().size() == 1) {
            use(found.bikes().getFirst());
        }
        articlesFound.accept(found.articles());
        if (found.bikes().isEmpty()) {
            desk.note("sales.bike.unknown", typed);
        } else if (found.articles().isEmpty()) {
            desk.note("sales.bike.nothing", typed);
        }
    }

    /// The clerk picked one of the motorcycles: parts for it are shown.
    public void pick(Motorcycle bike) {
        bikes.clear();
        use(bike);
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().parts().fitting(bike, words, OmniboxModel.MAX_FOUND),
                        articlesFound,
                        desk.failed("sales.lookup.failed"));
    }

    /// Takes a motorcycle for this sale: each line says whether it fits.
    public void use(Motorcycle bike) {
        desk.sale().beginIfDone();
        change(desk.sale().sale().parts().withBike(Optional.of(bike)));
        desk.note("sales.bike.chosen", bike);
    }

    public void removeBike() {
        change(desk.sale().sale().parts().withBike(Optional.empty()));
    }

    private void change(PartNotes notes) {
        var sale = desk.sale();
        sale.change(sale.sale().withParts(notes), sale.chosenProperty().get());
    }

    void clearFound() {
        bikes.clear();
    }

    /// F5: looks for all there is to know of an item; the server is asked when it can be.
    public void lookAt(Article article) {
        part.set(Optional.empty());
        desk.counter()
                .background()
                .run(
                        () -> view(article),
                        found -> part.set(Optional.of(found)),
                        desk.failed("sales.lookup.failed"));
    }

    private PartView view(Article article) {
        var parts = desk.counter().parts();
        var others = new java.util.LinkedHashSet<Article>();
        askedFor(article).ifPresent(others::add);
        others.addAll(parts.successors(article.sku()));
        others.addAll(parts.alternatives(article.sku(), MAX_ALTERNATIVES));
        return new PartView(article, parts.everywhere(article.sku()), List.copyOf(others));
    }

    /// Whoever holds the old part in their hand, although the books say that it is sold out, sells
    /// it.
    private Optional<Article> askedFor(Article article) {
        return Optional.ofNullable(desk.sale().sale().parts().askedFor().get(article.sku()))
                .flatMap(desk.counter().books()::article);
    }

    public ReadOnlyObjectProperty<Optional<PartView>> partProperty() {
        return part.getReadOnlyProperty();
    }

    /// Motorcycles to pick from.
    public ObservableList<Motorcycle> bikes() {
        return bikesShown;
    }
}
