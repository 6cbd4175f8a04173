#!/usr/bin/env bash
# Builds lintel from the source of this commit into $BIN. Its commit fixes the source, and go.sum every dependency.
set -euo pipefail
export CGO_ENABLED=0 GOTOOLCHAIN=auto GOFLAGS=-buildvcs=false

mkdir -p "$BIN"
cd "$ACTION"
go build -trimpath -o "$BIN/" ./cmd/lintel
