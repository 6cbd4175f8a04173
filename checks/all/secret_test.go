package all

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

// What a check of its own judges, the check of all credentials leaves to it.
func TestCredentialsAreJudgedOnce(t *testing.T) {
	tried := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		rule, ok := check.Rule.(secret.InCode)
		if !ok {
			return
		}
		for typ := range strings.FieldsSeq(rule.Type) {
			for name := range strings.FieldsSeq(rule.Names) {
				if tried++; !secret.Apart(typ, name) {
					t.Errorf("%s of %s is judged twice", name, typ)
				}
			}
		}
	})
	if tried == 0 {
		t.Error("no check is for one credential alone")
	}
}
