package ec2

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestHeldBy(t *testing.T) {
	for source, want := range map[string]model.State{"pl-0123456789abcdef0": model.Unknown, "10.0.0.0/8": model.Absent, "sg-1": model.Absent} {
		if got := heldBy(model.Text(source, model.Origin{})); got.State != want {
			t.Errorf("of %s there is %v", source, got)
		}
	}
}
