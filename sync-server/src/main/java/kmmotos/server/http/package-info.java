/// What all routes share: problems, bodies with limits, pages, Idempotency-Keys, the caller, the
/// access log.
@NullMarked
package kmmotos.server.http;

import org.jspecify.annotations.NullMarked;
