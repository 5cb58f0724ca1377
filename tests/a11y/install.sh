#!/bin/sh
# Installs the screen readers that tests/a11y/run listens to, on Debian and Ubuntu.
#
#   tests/a11y/install.sh        yasr, Fenrir and BRLTTY
#   tests/a11y/install.sh orca   also Orca, a terminal window and a display nobody sees (some 80 packages)
set -eu

packages="python3 python3-pyte util-linux yasr fenrir brltty"
case "${1-}" in
    "") ;;
    orca) packages="$packages orca lxterminal xvfb xdotool dbus at-spi2-core fonts-dejavu-core" ;;
    *)
        echo "usage: tests/a11y/install.sh [orca]" >&2
        exit 2
        ;;
esac

if ! command -v apt-get >/dev/null; then
    echo "This script knows Debian and Ubuntu only. On another system install these, or run it in a" >&2
    echo "container of Debian 12: $packages" >&2
    exit 1
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Run this as root: there is no sudo." >&2
        exit 1
    fi
}

# What was there before is left as it is: somebody may depend on it.
new_services=""
for name in brltty fenrir; do
    dpkg -s "$name" >/dev/null 2>&1 || new_services="$new_services $name.service"
done

as_root apt-get update
# shellcheck disable=SC2086
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages

# The packages start Fenrir and BRLTTY, now and at each boot. The tests start their own.
if [ -n "$new_services" ] && [ -d /run/systemd/system ]; then
    # shellcheck disable=SC2086
    as_root systemctl disable --now $new_services ||
        echo "warning: these may start at the next boot:$new_services"
elif [ -n "$new_services" ]; then
    echo "systemd does not run here. Where it does, Fenrir and BRLTTY would start at boot; if that is"
    echo "not wanted: systemctl disable$new_services"
fi
