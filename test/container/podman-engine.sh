#!/bin/sh
# Serves the Docker interface by a podman of our own, for machines with neither a Docker engine nor an image registry.
#
#   podman-engine.sh STORAGE RUN SOCKET
#
# STORAGE keeps the images from one run to the next; RUN is a folder for the state of this one, always the same for
# the same STORAGE, because podman remembers it there; SOCKET appears when clients may come.
# SIGTERM ends it: the containers are removed, and nothing but STORAGE stays. The machine's own podman, its
# configuration, images and containers, are not touched. What it proves and why: servers/containers.md.
set -eu
storage=$1
run=$2
socket=$3
base=docker.io/library/debian:bookworm-slim

mkdir -p "$storage"
# One run at a time. Descriptor 9 stays ours: a container that inherited it would hold the lock.
exec 9>"$storage/lock"
flock -w 600 9 || {
  echo "another run has held $storage/lock for 600 s" >&2
  exit 1
}
mkdir -p -m 700 "$run"

# Read instead of every other containers.conf. runc, cgroupfs and these limits: crun refuses the hybrid cgroup mode
# and the default limits of some virtual machines. There may be neither a journal nor systemd.
cat > "$run/containers.conf" <<END
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
log_driver = "k8s-file"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
END
export CONTAINERS_CONF="$run/containers.conf" DISABLE_HC_SYSTEMD=true
unset CONTAINER_HOST DOCKER_HOST

podman() {
  command podman --root "$storage/images" --runroot "$run/root" --tmpdir "$run/tmp" "$@" 9>&-
}

# After a command in a container (`exec`) its monitor stays for five minutes, as Docker's interface wants it, and then
# calls podman once more. Ours are known by our storage in their arguments; each is ended by its number.
end_monitors() {
  for process in /proc/[0-9]*; do
    [ "$(cat "$process/comm" 2>/dev/null)" = conmon ] || continue
    tr '\0' '\n' 2>/dev/null < "$process/cmdline" | grep -q "^$storage/images/overlay-containers/" || continue
    kill -KILL "${process#/proc/}" 2>/dev/null || true
  done
}

finish() {
  trap '' TERM INT
  podman rm --all --force --time 0 --volumes >/dev/null || true
  end_monitors
  podman volume prune --force >/dev/null || true
  umount "$storage/images/overlay" 2>/dev/null || true
  rm -rf "$run"
}

# Made by another version of this script: begin from nothing.
version=$(sha256sum < "$0")
if [ "$(cat "$storage/version" 2>/dev/null)" != "$version" ]; then
  end_monitors
  umount "$storage/images/overlay" 2>/dev/null || true
  rm -rf "$storage/images"
  printf '%s\n' "$version" > "$storage/version"
fi

# What a run left behind that was killed together with this script.
podman rm --all --force --time 0 --volumes >/dev/null
end_monitors

# The base image of the Containerfile, made of Debian packages: as slim as the official one, and like it without the
# right to start services, without translated lists, and without waiting for the disk at every file of a package.
if ! podman image exists "$base"; then
  echo "making the base image $base…" >&2
  mmdebstrap --quiet --variant=minbase \
    --aptopt='Acquire::Languages "none"' \
    --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='printf "#!/bin/sh\nexit 101\n" > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"' \
    bookworm "$run/base.tar" 9>&-
  podman import --quiet "$run/base.tar" "$base" >/dev/null
  rm "$run/base.tar"
fi

# Not through the function above: its process id must be podman's.
command podman --root "$storage/images" --runroot "$run/root" --tmpdir "$run/tmp" \
  system service --time=0 "unix://$socket" 9>&- &
service=$!
trap 'kill -TERM "$service" 2>/dev/null' TERM INT
status=0
wait "$service" || status=$?
# A trapped signal ends the first wait; the second waits until podman is gone.
while kill -0 "$service" 2>/dev/null; do wait "$service" || true; done
finish
exit "$status"
