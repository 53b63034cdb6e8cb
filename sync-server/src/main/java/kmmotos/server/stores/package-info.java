/// The chain's stores and tills: their administration, enrolment and last contact.
@NullMarked
package kmmotos.server.stores;

import org.jspecify.annotations.NullMarked;
