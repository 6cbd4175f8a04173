#!/usr/bin/env bash
# Fetches the released program into the folder lintel-bin if its checksum stands beside this script. Says "found" if it did;
# else "go" if there is a Go to build with.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
releases=https://github.com/lintel-iac/lintel/releases/download

say() { echo "$1=$2" >>"$GITHUB_OUTPUT"; }

sum() {
	if command -v sha256sum >/dev/null; then
		sha256sum <"$1"
	else
		shasum -a 256 <"$1"
	fi | cut -d ' ' -f 1
}

# The name of the released program for this runner: its line in checksums.txt ends in this.
system() {
	case "$RUNNER_OS-$RUNNER_ARCH" in
	Linux-X64) echo linux_amd64 ;;
	Linux-ARM64) echo linux_arm64 ;;
	macOS-X64) echo darwin_amd64 ;;
	macOS-ARM64) echo darwin_arm64 ;;
	Windows-X64) echo windows_amd64.exe ;;
	Windows-ARM64) echo windows_arm64.exe ;;
	esac
}

fetch() {
	local want name version target
	name="$(system)"
	[ -n "$name" ] || return 1
	read -r want name < <(grep -E "^[0-9a-f]{64}  lintel_[^_]+_${name//./\\.}\$" "$here/checksums.txt") || return 1
	version="${name#lintel_}"
	version="${version%%_*}"
	target="$RUNNER_TEMP/lintel-bin/lintel"
	[ "$RUNNER_OS" != Windows ] || target+=.exe
	mkdir -p "${target%/*}"
	curl --fail --silent --show-error --location --proto '=https' --retry 3 --max-time 300 \
		--output "$target" "$releases/v$version/$name" || {
		rm -f "$target"
		echo "::notice::lintel $version could not be fetched; building it instead"
		return 1
	}
	if [ "$(sum "$target")" != "$want" ]; then
		rm -f "$target"
		echo "::error::$name is not what this commit of the action expects: its checksum is another"
		exit 3
	fi
	chmod +x "$target"
}

if fetch; then
	say found true
	exit
fi
say found false
say go-mod "$GITHUB_ACTION_PATH/go.mod"
# A wrapper that has no Go yet, or one from before 1.21, cannot say its toolchain.
if [ -n "$(go env GOTOOLCHAIN 2>/dev/null)" ]; then
	say go true
else
	say go false
fi
