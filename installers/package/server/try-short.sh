# Without the jars: whether the package's own parts (scripts, user, unit, settings) install, are right, and go away again.
source "$here/server/deb.sh"
tree=$work/short
package=$work/km-motos-server-short.deb
rm -rf "$tree"
mkdir -p "$tree/bin"
install -m 755 "$here/server/km-motos-server" "$tree/bin/"
command -v dpkg-deb >/dev/null && make_deb "$tree" "$package"
can_try km-motos-server "$package" || exit 0
if [ -d /run/systemd/system ]; then echo "NOT TRIED: systemd runs here and would start the empty package."; exit 0; fi

had_data=no
[ ! -e /var/lib/km-motos ] || had_data=yes
finish() {
    dpkg --purge km-motos-server >/dev/null 2>&1 || true
    if [ "$had_data" = no ]; then rm -rf /var/lib/km-motos; deluser --quiet --system km-motos >/dev/null 2>&1 || true; fi
}
trap finish EXIT
dpkg -i "$package" >"$work/try-short.log" 2>&1 || { cat "$work/try-short.log"; exit 1; }

check() { if ! eval "$2"; then echo "FAILED: $1"; exit 1; fi; }
check "the service user exists and can't sign in" '[ "$(getent passwd km-motos | cut -d: -f7)" = /usr/sbin/nologin ]'
check "the data folder is the service user's alone" '[ "$(stat -c %U:%a /var/lib/km-motos)" = km-motos:700 ]'
check "settings are for root and the service only" '[ "$(stat -c %U:%G:%a /etc/km-motos/server.properties)" = root:km-motos:640 ]'
check "the unit runs as the service user" 'grep -q "^User=km-motos$" /lib/systemd/system/km-motos-server.service'
echo "# changed" >>/etc/km-motos/server.properties
dpkg -i "$package" >>"$work/try-short.log" 2>&1
check "an update keeps changed settings" 'grep -q "^# changed$" /etc/km-motos/server.properties'
touch /var/lib/km-motos/sales
dpkg --purge km-motos-server >>"$work/try-short.log" 2>&1
check "a purge keeps the data" '[ -e /var/lib/km-motos/sales ]'
check "a purge takes everything else" '[ ! -e /opt/km-motos-server ] && [ ! -e /etc/km-motos ] && [ ! -e /lib/systemd/system/km-motos-server.service ]'
echo "OK: the server's package installs, updates, and leaves nothing but data."
