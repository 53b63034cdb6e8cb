/// Credit, gift cards and coupons' uses: their accounts, and the leases tills hold on them.
@NullMarked
package kmmotos.server.leases;

import org.jspecify.annotations.NullMarked;
