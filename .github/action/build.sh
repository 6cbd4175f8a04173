#!/usr/bin/env bash
# Builds lintel from the source of this commit into the folder lintel-bin. Its commit fixes the source, and go.sum every dependency.
set -euo pipefail
export CGO_ENABLED=0 GOTOOLCHAIN=auto GOFLAGS=-buildvcs=false

mkdir -p "$RUNNER_TEMP/lintel-bin"
cd "$GITHUB_ACTION_PATH"
go build -trimpath -o "$RUNNER_TEMP/lintel-bin/" ./cmd/lintel
