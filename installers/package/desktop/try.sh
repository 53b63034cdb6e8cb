# Installs the desktop's .deb, shows its first window on a screen (Xvfb when there is none), removes it.
source "$here/server/deb.sh"
package=$out/km-motos-desktop_${version}_$architecture.deb
can_try km-motos-desktop "$package" || exit 0
if [ -z "${DISPLAY:-}" ] && ! command -v Xvfb >/dev/null; then
    echo "NOT TRIED: there is neither a screen nor Xvfb (apt-get install xvfb openbox)."
    exit 0
fi
echo "Trying the desktop's package ..."
mkdir -p /usr/share/desktop-directories # a server has none, and xdg-desktop-menu refuses to work without
dpkg -i "$package" >"$work/try-desktop.log" 2>&1 || { cat "$work/try-desktop.log"; dpkg --purge km-motos-desktop; exit 1; }
data=$(mktemp -d /var/tmp/km-motos-try.XXXXXX)
trap 'dpkg --purge km-motos-desktop >>"$work/try-desktop.log" 2>&1 || true; rm -rf "$data"' EXIT
if ! timeout 120 bash "$here/desktop/with-screen.sh" /opt/km-motos-desktop/bin/km-motos --show-and-exit --folder="$data/till" \
    >"$work/try-desktop-run.log" 2>&1; then
    tail -n 30 "$work/try-desktop-run.log"
    echo "FAILED: the packaged desktop did not show its window."
    exit 1
fi
dpkg --purge km-motos-desktop >>"$work/try-desktop.log" 2>&1
[ ! -e /opt/km-motos-desktop/bin ]
echo "OK: the desktop's package installs, shows its window and leaves nothing."
