/// Feeds a file of real invoices through real tills and a real server, and compares the sums: see
/// docs/replay.md.
@NullMarked
package kmmotos.installers.replay;

import org.jspecify.annotations.NullMarked;
