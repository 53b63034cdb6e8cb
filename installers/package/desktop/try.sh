# Installs the desktop's .deb, shows its first window on a screen (Xvfb when there is none), removes it.
source "$here/server/deb.sh"
source "$here/desktop/deb.sh"
package=$(desktop_deb)
can_try km-motos-desktop "$package" || exit 0
if [ -z "${DISPLAY:-}" ] && ! command -v Xvfb >/dev/null; then
    echo "NOT TRIED: there is neither a screen nor Xvfb (apt-get install xvfb openbox)."
    exit 0
fi
echo "Trying the desktop's package ..."
dpkg -i "$package" >"$work/try-desktop.log" 2>&1 || { cat "$work/try-desktop.log"; dpkg --purge km-motos-desktop; exit 1; }
data=$(mktemp -d /var/tmp/km-motos-try.XXXXXX)
trap 'dpkg --purge km-motos-desktop >>"$work/try-desktop.log" 2>&1 || true; rm -rf "$data"' EXIT
check() { if ! eval "$2"; then echo "FAILED: $1"; exit 1; fi; }
check "the menu's entry starts what is installed" '[ -x "$(sed -n "s/^Exec=//p" /usr/share/applications/km-motos.desktop)" ]'
check "it starts by its name" '[ "$(readlink -f /usr/bin/km-motos)" = /opt/km-motos-desktop/bin/km-motos ]'
check "nobody but root can change it" '[ -z "$(find /opt/km-motos-desktop -not -user root -o -perm /022 -not -type l | head -n 1)" ]'
export JAVA_TOOL_OPTIONS="-Xlog:class+load:file=$data/classes.log"
if ! timeout 120 bash "$here/desktop/with-screen.sh" /usr/bin/km-motos --show-and-exit --folder="$data/till" \
    >"$work/try-desktop-run.log" 2>&1; then
    tail -n 30 "$work/try-desktop-run.log"
    echo "FAILED: the packaged desktop did not show its window."
    exit 1
fi
# A cache that does not fit what was installed is passed over without a word.
check "its classes come from the AOT cache" 'grep -q "TillApp source: shared objects file" "$data/classes.log"'
dpkg --purge km-motos-desktop >>"$work/try-desktop.log" 2>&1
check "removing it leaves nothing" '[ ! -e /opt/km-motos-desktop ] && [ ! -e /usr/share/applications/km-motos.desktop ]'
echo "OK: the desktop's package installs, shows its window and leaves nothing."
