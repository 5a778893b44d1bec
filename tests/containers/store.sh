# shellcheck shell=bash
# Sourced: a private store of images below $1, for buildah and podman, on the host's network.
mkdir -p "$1"
store=$(cd "$1" && pwd)
store_driver=overlay
mkdir -p "$store"/try/{low,up,work,all}
layers=lowerdir=$store/try/low,upperdir=$store/try/up,workdir=$store/try/work
if mount -t overlay overlay -o "$layers" "$store/try/all" 2>/dev/null; then
  umount "$store/try/all"
else
  store_driver=vfs
fi
rm -rf "$store/try"
# Hard limits cannot be raised in a sandbox: those of a container must stay under them.
printf '%s\n' '[containers]' 'default_ulimits=["nofile=1024:1024","nproc=1024:1024"]' 'netns="host"' \
  'log_driver="k8s-file"' '[engine]' 'runtime="runc"' 'cgroup_manager="cgroupfs"' 'events_logger="file"' \
  >"$store/containers.conf"
printf '%s\n' '[storage]' "driver=\"$store_driver\"" "graphroot=\"$store/graph\"" "runroot=\"$store/run\"" \
  >"$store/storage.conf"
printf '%s\n' 'unqualified-search-registries=[]' 'short-name-mode="disabled"' >"$store/registries.conf"
echo '{}' >"$store/auth.json"
export CONTAINERS_CONF=$store/containers.conf CONTAINERS_STORAGE_CONF=$store/storage.conf
export CONTAINERS_REGISTRIES_CONF=$store/registries.conf REGISTRY_AUTH_FILE=$store/auth.json BUILDAH_ISOLATION=chroot

drop_store() { # deletes every container and image of it, then the folder
  podman rm -fa -t 1 >/dev/null 2>&1 || true
  buildah rm -a >/dev/null 2>&1 || true
  podman rmi -fa >/dev/null 2>&1 || true
  umount "$store/graph/overlay" 2>/dev/null || true
  rm -rf "$store"
}
