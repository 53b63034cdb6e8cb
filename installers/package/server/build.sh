# The server as .tar.gz and .deb: jars, its own runtime, a systemd unit, a configuration file.
jars=$work/server-jars
collect_jars sync-server "$jars"
rm -f "$jars"/embedded-postgres-binaries-{darwin,windows,linux-*-alpine}*

tree=$work/km-motos-server-$version
rm -rf "$tree"
mkdir -p "$tree"
mv "$jars" "$tree/lib"

echo "Making the server's runtime ..."
"$jdk/bin/jlink" --output "$tree/runtime" --strip-debug --no-header-files --no-man-pages --compress=zip-6 --add-modules \
    java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.scripting,java.security.jgss,java.sql,java.transaction.xa,java.xml,java.xml.crypto,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs,jdk.httpserver
mkdir -p "$tree/bin" "$tree/etc"
install -m 755 "$here/server/km-motos-server" "$tree/bin/"
install -m 644 "$here/server/server.properties" "$tree/etc/"
install -m 644 "$here/server/km-motos-server.service" "$tree/etc/"
tar -C "$work" --owner=0 --group=0 -czf "$out/km-motos-server-$version-linux-$architecture.tar.gz" "km-motos-server-$version"

command -v dpkg-deb >/dev/null || { echo "No .deb of the server: dpkg-deb is needed."; exit 0; }
echo "Making the server's .deb ..."
deb=$work/server-deb
rm -rf "$deb"
mkdir -p "$deb/opt/km-motos-server" "$deb/etc/km-motos" "$deb/lib/systemd/system" "$deb/DEBIAN"
cp -a "$tree/bin" "$tree/lib" "$tree/runtime" "$deb/opt/km-motos-server/"
install -m 640 "$here/server/server.properties" "$deb/etc/km-motos/server.properties"
install -m 644 "$here/server/km-motos-server.service" "$deb/lib/systemd/system/"
install -m 755 "$here/server/postinst" "$here/server/prerm" "$here/server/postrm" "$deb/DEBIAN/"
echo /etc/km-motos/server.properties >"$deb/DEBIAN/conffiles"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" "$here/server/control" >"$deb/DEBIAN/control"
echo "Installed-Size: $(du -sk "$deb" | cut -f 1)" >>"$deb/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz -z3 --build "$deb" "$out/km-motos-server_${version}_$architecture.deb" >/dev/null
rm -rf "$deb"
