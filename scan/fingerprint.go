package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// fingerprints gives each finding its name for all time: version 1 is made of the
// check, the root within the repository, the address, the attribute's path and
// what tells the finding from its likes. The findings are sorted.
func fingerprints(findings []Finding, inRepository func(string) string) {
	n := namer{seen: map[string]int{}}
	for i := range findings {
		f := &findings[i]
		own := map[[2]string]string{}
		for j := range f.votes {
			f.votes[j].print = n.name(&f.votes[j], inRepository(f.Root), own)
		}
		f.Fingerprint = f.votes[0].print
	}
}

// namer gives verdicts fingerprints. Those that it has named before it counts.
type namer struct {
	seen map[string]int
	// coarse tells it to pass over an element that is the only one of its list.
	coarse bool
}

// name is the fingerprint of a verdict. own holds those of the same finding, by the
// addresses of instance and companion.
func (n *namer) name(v *vote, root string, own map[[2]string]string) string {
	parties := v.parties()
	if own[parties] == "" {
		own[parties] = n.fingerprint(v.Finding, root)
	}
	return own[parties]
}

func (n *namer) fingerprint(f checks.Finding, root string) string {
	parts := []string{f.Check.ID, root, stable(f.Resource.Address), f.At.Origin.Name, discriminator(f, n.coarse)}
	key := strings.Join(parts, "\x00")
	if k := n.seen[key]; k > 0 {
		parts = append(parts, fmt.Sprint(k))
	}
	n.seen[key]++
	return digest("lintel/v1", parts...)
}

func digest(first string, rest ...string) string {
	sum := sha256.Sum256([]byte(first + "\x00" + strings.Join(rest, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// stable is an address without the numbers that count gives: these move when an
// instance is taken away, the string keys of for_each do not.
func stable(address string) string {
	var out strings.Builder
	for len(address) > 0 {
		open := strings.IndexByte(address, '[')
		if open < 0 {
			break
		}
		end := open + bracket(address[open:])
		out.WriteString(address[:open])
		if strings.HasPrefix(address[open:], `["`) {
			out.WriteString(address[open:end])
		}
		address = address[end:]
	}
	return out.String() + address
}

// bracket is the length of an instance key with its brackets; a string key may
// hold brackets and escaped quotes.
func bracket(key string) int {
	quoted := false
	for i := 1; i < len(key); i++ {
		switch {
		case quoted && key[i] == '\\':
			i++
		case key[i] == '"':
			quoted = !quoted
		case key[i] == ']' && !quoted:
			return i + 1
		}
	}
	return len(key)
}

// discriminator tells findings apart that check, address and path do not: by the
// companion, and by the element of a list in which the place lies.
func discriminator(f checks.Finding, coarse bool) string {
	var parts []string
	holder := f.Resource
	if f.Companion != nil {
		holder = f.Companion
		parts = append(parts, stable(holder.Address))
	}
	e := elementOf{path: strings.Split(f.At.Origin.Name, "."), at: f.At.Origin.Range, coarse: coarse}
	if element, ok := e.within(holder.Body, vocabulary.Resource(holder.Type)); ok {
		parts = append(parts, nameOf(element))
	} else if said, ok := instruction(holder); ok {
		parts = append(parts, nameOf(said))
	}
	return strings.Join(parts, " ")
}

// instruction is what one of a Dockerfile says, wherever it stands: its address is
// only its keyword and a number.
func instruction(r *model.Resource) (said model.Value, ok bool) {
	members, _ := r.Body.Data.(model.Members)
	if !members.Has("onbuild") || r.Scope == nil || r.Scope.Format != model.Dockerfile {
		return said, false
	}
	return model.Record(members.Without("stage").Without("stage_index"), r.Body.Origin), true
}

// elementOf follows an attribute's path to the innermost element of a list that
// holds a place. A block of which there can be only one is no element: whatever else
// it says may change.
type elementOf struct {
	path   []string
	at     model.Range
	coarse bool
}

func (f elementOf) within(v model.Value, schema *vocabulary.Schema) (element model.Value, found bool) {
	only := false
	for path := f.path; ; {
		if v.Doc != nil {
			v, only = *v.Doc, false
		}
		switch data := v.Data.(type) {
		case []model.Value:
			i := slices.IndexFunc(data, func(e model.Value) bool { return standsIn(e, f.at) })
			if i < 0 {
				return element, found
			}
			if len(data) > 1 || !only && !f.coarse {
				element, found = data[i], true
			}
			v, only = data[i], false
		case model.Members:
			if len(path) == 0 {
				return element, found
			}
			b := schema.Block(path[0])
			if only = b != nil && b.Single; b != nil {
				schema = b.Schema
			} else {
				schema = nil
			}
			v, path = data.Named(path[0]), path[1:]
		default:
			return element, found
		}
	}
}

func standsIn(v model.Value, at model.Range) bool {
	return v.Origin.Range == at || some(v, func(inner model.Value) bool { return standsIn(inner, at) })
}

// nameOf is an element's own identifier, or else a digest of what it says.
func nameOf(element model.Value) string {
	for _, key := range [...]string{"Sid", "sid"} {
		if sid, ok := element.At(key).Data.(string); ok && sid != "" {
			return sid
		}
	}
	var text strings.Builder
	spell(&text, element)
	return digest("element", text.String())
}

// spell writes a value in one fixed way. Members that say nothing are left out, as a
// plan spells them out, and what is sensitive: a digest of little else would give it
// away.
func spell(out *strings.Builder, v model.Value) {
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			spell(out, e)
			out.WriteByte(',')
		}
	case model.Members:
		for name, member := range data.All() {
			if !saysNothing(member) {
				fmt.Fprintf(out, "%q=", name)
				spell(out, member)
				out.WriteByte(',')
			}
		}
	default:
		fmt.Fprintf(out, "%q", v.String())
	}
}

func saysNothing(v model.Value) bool {
	switch data := v.Data.(type) {
	case string:
		return data == ""
	case bool:
		return !data
	case []model.Value:
		return len(data) == 0
	}
	return v.State == model.Absent
}
