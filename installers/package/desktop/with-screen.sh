# Runs a command on the screen there is, or on a new one of Xvfb with a window manager.
if [ -n "${DISPLAY:-}" ]; then exec "$@"; fi
if ! command -v Xvfb >/dev/null; then
    echo "Neither a screen nor Xvfb." >&2
    exit 77
fi
exec 6<> <(:)
Xvfb -displayfd 6 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null' EXIT
read -r -u 6 number
export DISPLAY=:$number
if command -v openbox >/dev/null; then openbox >/dev/null 2>&1 & fi
"$@"
