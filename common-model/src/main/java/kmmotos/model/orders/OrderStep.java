package kmmotos.model.orders;

import java.util.UUID;

/// What a till's fact does to a web order.
///
/// @param next the state that it comes to, if it may
public record OrderStep(UUID orderId, OrderState next) {}
