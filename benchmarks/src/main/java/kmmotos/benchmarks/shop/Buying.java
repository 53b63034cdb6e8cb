package kmmotos.benchmarks.shop;

import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.benchmarks.sync.Line;

/// A guest who takes a cart, puts parts into it, and perhaps orders; then the next guest comes.
final class Buying implements Errand {

    static final String CREATE = "new cart";
    static final String ADD = "add to cart";
    static final String COMPLETE = "complete";

    private static final String CARTS = "/api/shop/v1/carts";
    private static final Pattern CART = Pattern.compile("\"cart_id\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final PartsCatalogue parts;
    private final int lines;
    private final boolean orders;
    private String cart = "";
    private String token = "";
    private int added;

    /// @param lines how many are put into a cart
    /// @param orders whether it is ordered then
    Buying(PartsCatalogue parts, int lines, boolean orders) {
        this.parts = parts;
        this.lines = lines;
        this.orders = orders;
    }

    @Override
    public Request next(Random random) {
        if (cart.isEmpty()) {
            return Request.post(CREATE, CARTS, "", "{\"store\":\"S1\"}", 201).first();
        }
        String headers = "Cart-Token: " + token + "\r\n";
        if (added < lines) {
            return Request.post(
                    ADD,
                    CARTS + "/" + cart + "/lines",
                    headers,
                    "{\"sku\":\"" + parts.stocked(random) + "\",\"quantity\":\"1\"}",
                    200);
        }
        return Request.post(
                        COMPLETE,
                        CARTS + "/" + cart + "/checkout",
                        headers + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                        "{\"contact_name\":\"Ana Souza\"}",
                        201)
                .last();
    }

    @Override
    public void hear(Line.Answer answer) {
        if (cart.isEmpty()) {
            cart = found(CART, answer);
            token = found(TOKEN, answer);
            added = 0;
        } else if (added < lines) {
            added++;
            if (added == lines && !orders) {
                cart = "";
            }
        } else {
            cart = "";
        }
    }

    private static String found(Pattern pattern, Line.Answer answer) {
        Matcher matcher = pattern.matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no cart: " + answer.status() + " " + answer.body());
        }
        return matcher.group(1);
    }
}
