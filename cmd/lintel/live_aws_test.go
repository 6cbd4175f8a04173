//go:build aws

package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// What a lintel says that can read accounts, without any to read.
func TestLiveScripts(t *testing.T) {
	testscript.Run(t, scripts("../../testdata/script/aws"))
}
