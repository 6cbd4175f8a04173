package formats

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

func TestChecks(t *testing.T) {
	list := []checks.Entry{*volume, *tags}
	var doc, text strings.Builder
	if err := Checks(&doc, list); err != nil {
		t.Fatal(err)
	}
	if err := ChecksText(&text, list); err != nil {
		t.Fatal(err)
	}
	golden(t, "checks.json", doc.String())
	golden(t, "checks.txt", text.String())
}
