//go:build !aws

package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestLiveScripts(t *testing.T) {
	testscript.Run(t, scripts("../../testdata/script/noaws"))
}
