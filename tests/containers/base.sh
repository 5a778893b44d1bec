#!/usr/bin/env bash
# base.sh FOLDER IMAGE: makes IMAGE of this machine's own Python, bash and busybox, with the stand-in for conda.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$1/root image=$2
python=$(readlink -f /usr/bin/python3)
library=/usr/lib/$(basename "$python")

libraries_of() { ldd "$@" 2>/dev/null | awk '/=> \//{print $3} /^\t\/lib/{print $1}' | sort -u; }

rm -rf "$root"
mkdir -p "$root"/{bin,sbin,lib,lib64,etc,proc,sys,dev,tmp,root,home,run,var/tmp,usr/bin,usr/lib,usr/local/bin,mnt}
chmod 1777 "$root/tmp" "$root/var/tmp"
cp "$python" "$root/usr/bin/"
tar -C / --exclude=__pycache__ --exclude='config-3*' --exclude=test -chf - "${library#/}" | tar -C "$root" -xf -
libraries_of "$python" /bin/bash "$library"/lib-dynload/*.so |
  while read -r file; do install -D "$file" "$root$file"; done
ln -s "$(basename "$python")" "$root/usr/bin/python3"
ln -s python3 "$root/usr/bin/python"
cp /bin/bash /bin/busybox "$root/bin/"
for name in $(/bin/busybox --list); do [ -e "$root/bin/$name" ] || ln -s busybox "$root/bin/$name"; done
ln -s ../../bin/busybox "$root/usr/bin/env"
install -m 755 "$here/conda-stand-in" "$root/usr/local/bin/conda"
printf '#!/bin/sh\n# Stand-in: there is no cache of libraries here.\n' >"$root/sbin/ldconfig"
chmod 755 "$root/sbin/ldconfig"
printf 'root:x:0:0:root:/root:/bin/bash\n' >"$root/etc/passwd"
printf 'root:x:0:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
tar -C "$root" --owner=0 --group=0 --numeric-owner --sort=name --mtime=@1700000000 -cf "$1/base.tar" .
rm -rf "$root"
podman import -q -c 'CMD ["/bin/bash"]' -c 'ENV PATH=/usr/local/bin:/usr/bin:/bin:/sbin' -c 'ENV LANG=C.UTF-8' \
  "$1/base.tar" "$image" >/dev/null
rm "$1/base.tar"
