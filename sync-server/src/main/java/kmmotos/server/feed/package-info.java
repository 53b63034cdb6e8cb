/// The feed: what the server decides, numbered without gaps per scope, for tills to read.
@NullMarked
package kmmotos.server.feed;

import org.jspecify.annotations.NullMarked;
