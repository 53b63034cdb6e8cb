/// Customers' accounts, as their owners and others meet them.
@NullMarked
package kmmotos.server.accounts;

import org.jspecify.annotations.NullMarked;
