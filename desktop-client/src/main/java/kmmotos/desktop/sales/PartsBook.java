package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.stock.StockEverywhere;

/// What a parts clerk looks up: which motorcycle it is, what replaces a part, who else has it.
/// Called away from the window's thread.
public interface PartsBook {

    /// What `cg160 2019 brake`, or a VIN, names.
    ///
    /// @param rest words that name no motorcycle
    /// @param articles that fit one of the bikes, and of which the rest is true
    record BikesFound(List<Motorcycle> bikes, String rest, List<Article> articles) {
        public BikesFound {
            bikes = List.copyOf(bikes);
            articles = List.copyOf(articles);
        }
    }

    /// What the server said of an item at all shops.
    ///
    /// @param at when it said so
    /// @param isFresh whether it was asked just now
    record Everywhere(StockEverywhere told, Instant at, boolean isFresh) {}

    BikesFound bikes(String typed, int limit);

    List<Article> fitting(Motorcycle bike, String words, int limit);

    /// The numbers that replace an item, the next one first.
    List<Article> successors(Sku sku);

    /// Others that bear one of its part numbers: their makers call them the same part.
    List<Article> alternatives(Sku sku, int limit);

    /// Asks the server; without an answer it is what it said last.
    Optional<Everywhere> everywhere(Sku sku);
}
