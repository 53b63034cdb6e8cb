# The desktop as app-image and .deb, with its own runtime and an AOT cache trained on a real start.
# Quick (for the tests of every build): the jars that Maven has just made, nothing compressed.
source "$here/desktop/deb.sh"
jars=$work/desktop-jars
if [ "$quick" = yes ]; then jars_of_class_path "$jars"; else collect_jars desktop-client "$jars"; fi

modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting
modules+=,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,jdk.zipfs

echo "Making the desktop's app-image ..."
compression=zip-6
[ "$quick" = no ] || compression=zip-0
rm -rf "$work/desktop-image"
"$jdk/bin/jpackage" --type app-image --name km-motos --app-version "$version" --vendor "KM Motos" \
    --input "$jars" --main-jar "desktop-client-$version.jar" --main-class kmmotos.desktop.Launcher \
    --add-modules "$modules" --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=$compression" \
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

[ "$quick" = yes ] || tar -C "$work/desktop-image" -czf "$out/km-motos-desktop-$version-linux-$architecture.tar.gz" km-motos
if command -v dpkg-deb >/dev/null; then
    echo "Making the desktop's .deb ..."
    make_desktop_deb "$image" "$(desktop_deb)"
else
    echo "No .deb of the desktop: dpkg-deb is needed."
fi
