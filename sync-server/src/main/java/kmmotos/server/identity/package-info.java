/// Who somebody is: passwords, access tokens, refresh tokens, signing in and out.
@NullMarked
package kmmotos.server.identity;

import org.jspecify.annotations.NullMarked;
