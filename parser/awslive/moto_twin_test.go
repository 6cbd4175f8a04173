//go:build aws

package awslive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// twin is what moto has of an example.
type twin struct {
	*motoAccount
	check     *checks.Entry
	types     map[string]string // of the example's resources
	known     map[string]made   // what these are known by
	resources []snapshot.Resource
}

// against holds what is read against the verdicts on the example.
func (t *twin) against(want []checks.Finding, toLook []*model.Resource, readers []*Reader) (outcome, string) {
	live, held := t.read(readers)
	graft.Fold(live)
	got, looked := deployed.Judge(t.check, live)
	said, seen := map[string]bool{}, map[string]bool{}
	for _, f := range got {
		said[t.logical(f.Resource)+" "+string(f.Verdict)] = true
	}
	for _, r := range looked {
		seen[t.logical(r)] = true
	}
	wanted, compared := map[string]bool{}, false
	for _, f := range want {
		text := whole(f.Resource).Address + " " + string(f.Verdict)
		wanted[text] = true
		if t.known[whole(f.Resource).Address].names == nil || !isRead(readers, t.types[whole(f.Resource).Address]) {
			continue
		}
		if compared = true; !said[text] {
			return t.excuse(held, "what is read lacks "+text)
		}
	}
	for text := range said {
		if text[0] != ' ' && !wanted[text] {
			return t.excuse(held, "what is read has "+text)
		}
	}
	for _, r := range toLook {
		if name := whole(r).Address; len(want) == 0 && t.known[name].names != nil && isRead(readers, t.types[name]) {
			if compared = true; !seen[name] {
				return t.excuse(held, "what is read lacks a look at "+name)
			}
		}
	}
	if !compared {
		return unjudged, "nothing that was made is read"
	}
	return alike, ""
}

// whole is the resource of which one is a part.
func whole(r *model.Resource) *model.Resource {
	for r.PartOf != nil {
		r = r.PartOf
	}
	return r
}

// excuse tells whether moto holds and tells all that the example says of its resources: if so, the reader has lost it.
func (t *twin) excuse(held seen, what string) (outcome, string) {
	for _, u := range held.units {
		if u.State == snapshot.Failed {
			return lost, fmt.Sprintf("%s, and %s failed", what, u.Read)
		}
	}
	for _, r := range held.resources {
		for path, gap := range r.Unknown {
			if gap.State == snapshot.Failed {
				return lost, fmt.Sprintf("%s, and %s failed, which tells %s of %s", what, gap.Action, path, r.Type)
			}
		}
	}
	for _, r := range t.resources {
		if !t.holds(held, r) {
			return lost, fmt.Sprintf("%s, and nothing of type %s has %s", what, r.Type, r.Document)
		}
	}
	return differs, what
}

// holds tells whether what was read has each property of a resource, with its value.
func (t *twin) holds(held seen, want snapshot.Resource) bool {
	var properties map[string]any
	if json.Unmarshal(want.Document, &properties) != nil {
		return false
	}
	name := lastWord(want.ARN)
	return slices.ContainsFunc(held.of(want.Type), func(got snapshot.Resource) bool {
		var read map[string]any
		return (t.known[name].is(got.ID) || t.known[name].is(got.ARN)) && json.Unmarshal(got.Document, &read) == nil && contains(read, properties)
	})
}

// logical is what the example calls a resource that was read, "" what it does not have.
func (t *twin) logical(r *model.Resource) string {
	r = whole(r)
	for name, known := range t.known {
		if typ := t.types[name]; (r.Type == typ || slices.Contains(cfnmap.Makes(typ), r.Type)) && (known.is(r.Address) || known.is(fmt.Sprint(r.At("id").Data))) {
			return name
		}
	}
	return ""
}

// is tells whether an address, which is an ARN or an id, is among what a resource is known by.
func (m made) is(address string) bool {
	return slices.ContainsFunc(m.names, func(name string) bool {
		return name != "" && address != "" && (address == name || strings.HasSuffix(address, "/"+name) || strings.HasSuffix(address, ":"+name) ||
			strings.HasSuffix(name, "/"+address) || strings.HasSuffix(name, ":"+address))
	})
}

// contains tells whether a value read has all that is wanted: more may be the platform's.
func contains(read, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := read.(map[string]any)
		for name, v := range want {
			ok = ok && contains(object[name], v)
		}
		return ok
	case []any:
		list, ok := read.([]any)
		return ok && !slices.ContainsFunc(want, func(w any) bool {
			return !slices.ContainsFunc(list, func(r any) bool { return contains(r, w) })
		})
	}
	return plain(read) == plain(want)
}

func plain(v any) string {
	text, _ := json.Marshal(v)
	return strings.Trim(string(text), `"`)
}
