# Installs the server's .deb, starts it as its own user, asks whether it is healthy, removes it.
source "$here/server/deb.sh"
package=$out/km-motos-server_${version}_$architecture.deb
can_try km-motos-server "$package" || exit 0
had_data=no
[ ! -e /var/lib/km-motos ] || had_data=yes

echo "Trying the server's package ..."
dpkg -i "$package" >"$work/try-server.log" 2>&1 || { cat "$work/try-server.log"; exit 1; }
port=$(awk 'BEGIN { srand(); print 20000 + int(rand() * 20000) }')
data=$(mktemp -d /var/tmp/km-motos-try.XXXXXX)
chown km-motos:km-motos "$data"
finish() {
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    [ -z "${server:-}" ] || wait "$server" 2>/dev/null || true
    dpkg --purge km-motos-server >>"$work/try-server.log" 2>&1 || true
    rm -rf "$data"
    if [ "$had_data" = no ]; then rm -rf /var/lib/km-motos; deluser --quiet --system km-motos >/dev/null 2>&1 || true; fi
}
trap finish EXIT
setpriv --reuid=km-motos --regid=km-motos --clear-groups env -C "$data" KM_DATA_FOLDER="$data/server" KM_HTTP_PORT="$port" \
    KM_HTTP_PUBLIC_URL="http://127.0.0.1:$port" /opt/km-motos-server/bin/km-motos-server >"$work/try-server-run.log" 2>&1 &
server=$!
tries=0
until curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ $tries -gt 120 ] || ! kill -0 "$server" 2>/dev/null; then
        tail -n 30 "$work/try-server-run.log"
        echo "FAILED: the packaged server did not become ready."
        exit 1
    fi
    sleep 1
done
[ "$(stat -c %U /proc/$server)" = km-motos ]
[ "$(stat -c %a /etc/km-motos/server.properties)" = 640 ]
if command -v systemd-analyze >/dev/null; then systemd-analyze verify /lib/systemd/system/km-motos-server.service || true; fi
kill "$server"
wait "$server" || true
server=
dpkg --purge km-motos-server >>"$work/try-server.log" 2>&1
[ ! -e /opt/km-motos-server/bin ] && [ ! -e /lib/systemd/system/km-motos-server.service ]
echo "OK: the server's package installs, runs as km-motos, is ready, stops and leaves nothing but data."
