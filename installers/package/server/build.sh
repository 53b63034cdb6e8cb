# The server as .tar.gz and .deb: jars, its own runtime, a systemd unit, a configuration file.
source "$here/server/deb.sh"
jars=$work/server-jars
collect_jars sync-server "$jars"
rm -f "$jars"/embedded-postgres-binaries-{darwin,windows,linux-*-alpine}*

tree=$work/km-motos-server-$version
rm -rf "$tree"
mkdir -p "$tree"
mv "$jars" "$tree/lib"

echo "Making the server's runtime ..."
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi
modules+=,java.scripting,java.security.jgss,java.sql,java.transaction.xa,java.xml,java.xml.crypto,jdk.crypto.ec,jdk.httpserver,jdk.jfr
modules+=,jdk.localedata,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --output "$tree/runtime" --strip-debug --no-header-files --no-man-pages --compress=zip-6 --add-modules "$modules"
mkdir -p "$tree/bin" "$tree/etc"
install -m 755 "$here/server/km-motos-server" "$here/server/km-backup" "$tree/bin/"
install -m 644 "$here/server/server.properties" "$here/server/km-motos-server.service" "$tree/etc/"
tar -C "$work" --owner=0 --group=0 -czf "$out/km-motos-server-$version-linux-$architecture.tar.gz" "km-motos-server-$version"

if command -v dpkg-deb >/dev/null; then
    echo "Making the server's .deb ..."
    make_deb "$tree" "$out/km-motos-server_${version}_$architecture.deb"
else
    echo "No .deb of the server: dpkg-deb is needed."
fi
