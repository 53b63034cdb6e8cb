# make_deb TREE FILE: packs an unpacked server with its unit, settings and the scripts that dpkg runs.
make_deb() {
    local tree=$1 file=$2 deb=$work/server-deb
    rm -rf "$deb"
    mkdir -p "$deb/opt/km-motos-server" "$deb/etc/km-motos" "$deb/lib/systemd/system" "$deb/DEBIAN"
    cp -a "$tree"/. "$deb/opt/km-motos-server/"
    rm -rf "$deb/opt/km-motos-server/etc"
    install -m 640 "$here/server/server.properties" "$deb/etc/km-motos/server.properties"
    install -m 644 "$here/server/km-motos-server.service" "$deb/lib/systemd/system/"
    install -m 755 "$here/server/postinst" "$here/server/prerm" "$here/server/postrm" "$deb/DEBIAN/"
    echo /etc/km-motos/server.properties >"$deb/DEBIAN/conffiles"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" "$here/server/control" >"$deb/DEBIAN/control"
    echo "Installed-Size: $(du -sk "$deb" | cut -f 1)" >>"$deb/DEBIAN/control"
    dpkg-deb --root-owner-group -Zxz -z3 --build "$deb" "$file" >/dev/null
    rm -rf "$deb"
}

# can_try PACKAGE FILE: whether a package may be installed here and now; says why not.
can_try() {
    if [ "$(id -u)" -ne 0 ] || ! command -v dpkg >/dev/null || [ ! -f "$2" ]; then
        echo "NOT TRIED: installing $1 needs root, dpkg and $2."
        return 1
    fi
    if dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; then
        echo "NOT TRIED: $1 is already installed here, and removing it could end a real one."
        return 1
    fi
}
