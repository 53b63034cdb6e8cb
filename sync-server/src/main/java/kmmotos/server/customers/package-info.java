/// The chain's customers: registration, their own data, and what head office keeps about them.
@NullMarked
package kmmotos.server.customers;

import org.jspecify.annotations.NullMarked;
