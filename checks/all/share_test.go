package all

import (
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

// A rule that is data can be read at a glance, and two that say the same are seen to:
// at least two in three checks are one combinator, and no function of their own.
func TestTwoInThreeAreOneCombinator(t *testing.T) {
	var own []string
	for i := range Checks {
		if _, ok := Checks[i].Rule.(checks.Func); ok {
			own = append(own, Checks[i].Path)
		}
	}
	if 3*len(own) > len(Checks) {
		t.Errorf("%d of %d checks have a function of their own, more than one in three: %v", len(own), len(Checks), own)
	}
}
