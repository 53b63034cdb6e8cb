package kmmotos.installers.network;

/// Something that happens once to the next request that begins in a certain way.
///
/// @param request how it begins: `POST /sync/v1/devices/`
/// @param then what happens at that moment
record Incident(String request, Moment moment, Runnable then) {

    /// When it happens.
    enum Moment {
        /// Half of the request has reached the server; the rest never does.
        HALF_SENT,
        /// The request is with the server, which is about to work on it.
        SENT,
        /// The server has done it, and its answer never comes back.
        ANSWERED
    }
}
