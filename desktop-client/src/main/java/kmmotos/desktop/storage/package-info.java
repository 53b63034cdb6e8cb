/// The till's database: an encrypted H2 file with what the journal's facts and the server's
/// policies come to. It can be thrown away and built anew.
@NullMarked
package kmmotos.desktop.storage;

import org.jspecify.annotations.NullMarked;
