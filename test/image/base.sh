#!/bin/sh
# Makes a base image of the name that the Dockerfile asks for, from Debian's packages and npm's: no registry of images is needed.
# It has this machine's own settings of npm, so that a build inside finds the same packages.
set -eu
name=docker.io/library/node:24-bookworm-slim
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail "$root.log" >&2; exit 1; }
rm "$root.log"

npm install --prefix "$root/opt/npm" --no-audit --no-fund --silent node@24 npm@11
cp "$(find "$root/opt/npm" -path '*/node-linux-*/bin/node' -type f | head -n 1)" "$root/usr/local/bin/node"
mkdir -p "$root/usr/local/lib/node_modules" "$root/usr/local/etc"
mv "$root/opt/npm/node_modules/npm" "$root/usr/local/lib/node_modules/npm"
rm -rf "$root/opt/npm" "$root/var/cache/apt" "$root/var/lib/apt/lists"
for program in npm npx; do ln -s "../lib/node_modules/npm/bin/$program-cli.js" "$root/usr/local/bin/$program"; done
chroot "$root" useradd --uid 1000 --create-home node

set --
printf 'registry=%s\n' "$(npm config get registry)" >"$root/usr/local/etc/npmrc"
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
  cp "$NODE_EXTRA_CA_CERTS" "$root/usr/local/etc/extra-ca.pem"
  set -- --change 'ENV NODE_EXTRA_CA_CERTS=/usr/local/etc/extra-ca.pem'
fi
tar -C "$root" -c . | podman import --change 'CMD ["node"]' "$@" - "$name" >/dev/null
