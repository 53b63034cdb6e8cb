desktop_deb() {
    if [ "$quick" = yes ]; then echo "$work/km-motos-desktop-quick.deb"; else echo "$out/km-motos-desktop_${version}_$architecture.deb"; fi
}

# make_desktop_deb IMAGE FILE: packs an app-image with its entry in the menu.
make_desktop_deb() {
    local deb=$work/desktop-deb
    local compression=(-Zxz -z3)
    [ "$quick" = no ] || compression=(-Znone)
    rm -rf "$deb"
    mkdir -p "$deb/opt" "$deb/usr/bin" "$deb/DEBIAN"
    cp -a "$1" "$deb/opt/km-motos-desktop"
    ln -s /opt/km-motos-desktop/bin/km-motos "$deb/usr/bin/km-motos"
    install -D -m 644 "$here/desktop/km-motos.desktop" "$deb/usr/share/applications/km-motos.desktop"
    install -D -m 644 "$here/desktop/km-motos.png" "$deb/usr/share/icons/hicolor/256x256/apps/km-motos.png"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" "$here/desktop/control" >"$deb/DEBIAN/control"
    echo "Installed-Size: $(du -sk "$deb" | cut -f 1)" >>"$deb/DEBIAN/control"
    dpkg-deb --root-owner-group "${compression[@]}" --build "$deb" "$2" >/dev/null
    rm -rf "$deb"
}

# The desktop's jars out of the class path that ./km starts with; the server's come along, which a test can stand.
jars_of_class_path() {
    rm -rf "${1:?}"
    mkdir -p "$1"
    tr ':' '\n' <"$root/installers/target/km.classpath" | grep '\.jar$' | grep -v 'embedded-postgres-binaries\|swagger-ui' | xargs cp -t "$1"
    cp "$root/desktop-client/target/desktop-client-$version.jar" "$root/common-model/target/common-model-$version.jar" "$1"
}
