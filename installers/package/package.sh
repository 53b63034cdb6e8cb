#!/usr/bin/env bash
# ./km package [desktop|server] [--test]: makes the packages in installers/target/packages. See docs/packages.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/installers/target/packages
work=$root/installers/target/package-work
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1)
jdk=${KM_JDK:?start this through ./km package}
architecture=$(dpkg --print-architecture 2>/dev/null || echo amd64)
export here root out work version jdk architecture
mkdir -p "$out" "$work"

parts=() test=no quick=no
for argument in "$@"; do
    case $argument in
        desktop | server) parts+=("$argument") ;;
        --test) test=yes ;;
        --quick-test) test=yes quick=yes ;;
        *) echo "Usage: ./km package [desktop|server] [--test]" >&2; exit 2 ;;
    esac
done
[ ${#parts[@]} -gt 0 ] || parts=(desktop server)

# Takes the jars of a module, its own and those it needs, into one folder.
collect_jars() {
    echo "Collecting the jars of $1 ..."
    (cd "$root" && JAVA_HOME=$jdk ./mvnw -q -DskipTests -Dspotless.check.skip -pl "$1" -am package \
        dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/jars") >"$work/jars.log" 2>&1 ||
        { tail -n 30 "$work/jars.log" >&2; exit 4; }
    rm -rf "${2:?}"
    mkdir -p "$2"
    cp "$work"/jars/*.jar "$2"
    rm -f "$2"/errorprone* "$2"/*-tests.jar
    cp "$root/$1/target/$1-$version.jar" "$2"
    rm -rf "$work/jars"
}
export -f collect_jars

export quick

# For the tests of every build: the desktop uncompressed, the server's package without its jars.
if [ "$quick" = yes ]; then
    for part in "${parts[@]}"; do
        case $part in
            desktop)
                bash -euo pipefail "$here/desktop/build.sh"
                bash -euo pipefail "$here/desktop/try.sh"
                rm -rf "$work"/*-quick.deb "$work/desktop-image" "$work/desktop-jars"
                ;;
            server) bash -euo pipefail "$here/server/try-short.sh" ;;
        esac
    done
    exit
fi

for part in "${parts[@]}"; do
    bash -euo pipefail "$here/$part/build.sh"
done
ls -lh "$out" | awk 'NR > 1 { print "  " $5 "  " $9 }'
if [ "$test" = yes ]; then
    for part in "${parts[@]}"; do
        bash -euo pipefail "$here/$part/try.sh"
    done
fi
