# The desktop as app-image and .deb, with its own runtime and an AOT cache trained on a real start.
jars=$work/desktop-jars
collect_jars desktop-client "$jars"

modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting
modules+=,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,jdk.zipfs

echo "Making the desktop's app-image ..."
rm -rf "$work/desktop-image"
"$jdk/bin/jpackage" --type app-image --name km-motos --app-version "$version" --vendor "KM Motos" \
    --input "$jars" --main-jar "desktop-client-$version.jar" --main-class kmmotos.desktop.Launcher \
    --add-modules "$modules" --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=zip-6" \
    --icon "$here/desktop/km-motos.png" --java-options --enable-native-access=ALL-UNNAMED \
    --java-options --sun-misc-unsafe-memory-access=allow --dest "$work/desktop-image"
image=$work/desktop-image/km-motos

# The cache is made by a start that ends by itself; without a screen there is none to train on, and the till only starts slower.
train() {
    local cache=$image/lib/app/km-motos.aot
    JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache" timeout 120 bash "$here/desktop/with-screen.sh" "$image/bin/km-motos" --show-and-exit \
        --folder="$work/training" >"$work/training.log" 2>&1 || true
    rm -rf "$work/training"
    [ -s "$cache" ] && sed -i 's|^\[JavaOptions\]$|&\njava-options=-XX:AOTCache=$APPDIR/km-motos.aot|' "$image/lib/app/km-motos.cfg"
}
echo "Training the AOT cache ..."
train || echo "No AOT cache: $(tail -n 1 "$work/training.log")"

tar -C "$work/desktop-image" -czf "$out/km-motos-desktop-$version-linux-$architecture.tar.gz" km-motos
if command -v dpkg-deb >/dev/null && command -v fakeroot >/dev/null; then
    echo "Making the desktop's .deb ..."
    DPKG_DEB_COMPRESSOR_LEVEL=3 "$jdk/bin/jpackage" --type deb --name km-motos --app-version "$version" --vendor "KM Motos" \
        --app-image "$image" --linux-package-name km-motos-desktop --linux-deb-maintainer info@example.com \
        --linux-package-deps "libgtk-3-0, libgl1, libxxf86vm1, fontconfig" --linux-app-category misc --linux-menu-group "Office" \
        --description "The till and back office of a motorcycle parts shop" --dest "$work/desktop-deb"
    mv "$work"/desktop-deb/*.deb "$out/km-motos-desktop_${version}_$architecture.deb"
else
    echo "No .deb of the desktop: dpkg-deb and fakeroot are needed."
fi
