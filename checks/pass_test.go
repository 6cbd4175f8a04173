package checks

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func judgeBy(r *model.Resource, do func(p *Pass, r *model.Resource)) ([]Finding, bool) {
	found, judged, _ := Judge(&Entry{ID: "c", Check: &Check{Rule: Func{On: "t", Do: do}}}, r)
	return found, judged
}

func TestReason(t *testing.T) {
	r := resource(object("x", unknown()), nil)
	for _, test := range []struct {
		at   model.Value
		args []any
		want string
	}{
		{unknown(), nil, "var.x is not set"},
		{flag(true), []any{"x", unknown()}, "var.x is not set"},
		{flag(true), []any{"x", flag(true)}, "depends on a value that is not known"},
	} {
		found, _ := judgeBy(r, func(p *Pass, r *model.Resource) {
			p.Forbid(model.Maybe, test.at, "%v %v", append(test.args, "", "")[:2]...)
		})
		if len(found) != 1 || found[0].Verdict != Unknown || found[0].Reason != test.want {
			t.Errorf("got %+v, want the reason %q", found, test.want)
		}
	}
}

func TestJudged(t *testing.T) {
	r := resource(object("x", flag(true)), nil)
	if found, judged := judgeBy(r, func(*Pass, *model.Resource) {}); judged || found != nil {
		t.Error("nothing was looked at, yet judged")
	}
	found, judged := judgeBy(r, func(p *Pass, r *model.Resource) { p.Require(model.Yes, r.At("x"), "x") })
	if !judged || found != nil {
		t.Errorf("what is as required is judged, and no finding: %v", found)
	}
}

// A value that is met twice is found once; another place is another finding.
func TestRepetitionsAreDropped(t *testing.T) {
	r := resource(object("x", flag(true)), nil)
	found, _ := judgeBy(r, func(p *Pass, r *model.Resource) {
		for range 2 {
			p.Forbid(model.Yes, r.At("x"), "x is wrong")
		}
		p.Forbid(model.Yes, r.At("y"), "x is wrong")
		p.Forbid(model.Maybe, r.At("x"), "x is wrong")
		p.Forbid(model.Yes, r.At("x"), "x is another")
	})
	if len(found) != 4 {
		t.Errorf("%d findings, want 4: %+v", len(found), found)
	}
}

func TestParties(t *testing.T) {
	owner, companion := &model.Resource{Type: "t", Address: "t.owner"}, &model.Resource{Type: "c", Address: "c.one"}
	lies := model.Flag(true, model.Origin{Name: "x", Resource: companion})
	forbid := func(p *Pass, _ *model.Resource) { p.Forbid(model.Yes, lies, "x") }

	found, _ := judgeBy(owner, forbid)
	if found[0].Resource != owner || found[0].Companion != companion {
		t.Errorf("judged on the owner: %+v", found[0])
	}
	companion.Owner = owner
	found, _ = judgeBy(companion, forbid)
	if found[0].Resource != owner || found[0].Companion != companion {
		t.Errorf("judged on the companion of an owner: %+v", found[0])
	}
	companion.Owner = nil
	found, _ = judgeBy(companion, forbid)
	if found[0].Resource != companion || found[0].Companion != nil {
		t.Errorf("judged on a companion by itself: %+v", found[0])
	}
}

// What is at fault in a data source is the companion's that takes it.
func TestPartiesOfDataSources(t *testing.T) {
	for _, test := range []struct {
		name  string
		taken []model.Ref
		want  string
	}{
		{"by a companion", []model.Ref{{Path: "x", To: "data.d.one"}}, "c.one"},
		{"by the owner", nil, "data.d.one"},
	} {
		scope := &model.Scope{}
		owner := &model.Resource{Type: "t", Address: "t.owner"}
		source := &model.Resource{Type: "d", Address: "data.d.one", Mode: model.Data}
		companion := &model.Resource{Type: "c", Address: "c.one", Owner: owner, Refs: test.taken}
		for _, r := range []*model.Resource{owner, source, companion} {
			scope.Add(r)
		}
		lies := model.Flag(true, model.Origin{Name: "x", Resource: source})
		forbid := func(p *Pass, _ *model.Resource) { p.Forbid(model.Yes, lies, "x") }

		for _, judged := range []*model.Resource{owner, companion} {
			found, _ := judgeBy(judged, forbid)
			if found[0].Resource != owner || found[0].Companion.Address != test.want {
				t.Errorf("%s, judged on %s: %+v", test.name, judged.Address, found[0])
			}
		}
	}
}

func TestSeverity(t *testing.T) {
	for s := Low; s <= Critical; s++ {
		if got, ok := ParseSeverity(s.String()); !ok || got != s {
			t.Errorf("%v becomes %v", s, got)
		}
	}
	if _, ok := ParseSeverity("none"); ok {
		t.Error("none is no severity")
	}
}
