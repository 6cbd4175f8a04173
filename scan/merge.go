package scan

import (
	"cmp"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// merger joins the findings about instances of one block.
type merger struct {
	scope    *model.Scope
	findings []Finding
	at       map[sameness]int
}

// sameness is what findings that are one have in common.
type sameness struct {
	check   *checks.Entry
	block   string
	place   model.Range
	verdict checks.Verdict
	message string
}

func (m *merger) add(f checks.Finding, place model.Range, b *ballot) {
	key := sameness{f.Check, cmp.Or(f.Resource.Block, f.Resource.Address), place, f.Verdict, f.Message}
	if i, ok := m.at[key]; ok {
		first := &m.findings[i]
		if first.Instances[len(first.Instances)-1] != f.Resource {
			first.Instances = append(first.Instances, f.Resource)
		}
		first.votes = append(first.votes, vote{Finding: f, ballot: b})
		return
	}
	m.at[key] = len(m.findings)
	m.findings = append(m.findings, Finding{
		Finding:   f,
		Root:      m.scope.Root,
		Format:    f.Resource.Scope.Format,
		Place:     place,
		Chain:     m.trace(f),
		Instances: []*model.Resource{f.Resource},
		Sensitive: secret(f.At) || secretAt(f, place),
		votes:     []vote{{Finding: f, ballot: b}},
	})
}

// trace asks the parser where the value came from. What is absent came from
// nowhere.
func (m *merger) trace(f checks.Finding) []model.Hop {
	if m.scope.Tracer == nil || f.Verdict == checks.Passed || f.At.State == model.Absent || f.At.Defaulted {
		return nil
	}
	return m.scope.Tracer.Trace(f.At)
}

// secret tells whether anything in a value is sensitive.
func secret(v model.Value) bool {
	return v.Sensitive || some(v, secret)
}

// secretAt tells whether something sensitive stands on the first line of the
// place, which outputs show: a block on one line says it all.
func secretAt(f checks.Finding, place model.Range) bool {
	r := f.Resource
	if f.Companion != nil {
		r = f.Companion
	}
	var on func(v model.Value) bool
	on = func(v model.Value) bool {
		at := v.Origin.Range
		return v.Sensitive && at.File == place.File && at.Covers(int(place.Start.Line)) || some(v, on)
	}
	return on(r.Body)
}

// some tells whether something is so of a value directly in a value, or of an
// alternative.
func some(v model.Value, is func(model.Value) bool) bool {
	switch data := v.Data.(type) {
	case []model.Value:
		if slices.ContainsFunc(data, is) {
			return true
		}
	case map[string]model.Value:
		for _, member := range data {
			if is(member) {
				return true
			}
		}
	}
	if v.State == model.Unknown && slices.ContainsFunc(v.Why.Alternatives, is) {
		return true
	}
	return v.Doc != nil && is(*v.Doc)
}

// order sorts as Report.Findings promises; what follows the resource only makes
// the order total.
func order(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Place.File, b.Place.File),
		cmp.Compare(a.Place.Start.Line, b.Place.Start.Line),
		cmp.Compare(a.Place.Start.Column, b.Place.Start.Column),
		cmp.Compare(a.Check.ID, b.Check.ID),
		cmp.Compare(a.Resource.Address, b.Resource.Address),
		cmp.Compare(a.Root, b.Root),
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(a.Message, b.Message),
	)
}

// spread marks as sensitive every finding on a line of which another finding says
// that a secret stands there.
func spread(findings []Finding) {
	type line struct {
		file   string
		number int32
	}
	secrets := map[line]bool{}
	for _, f := range findings {
		if f.Sensitive {
			secrets[line{f.Place.File, f.Place.Start.Line}] = true
		}
	}
	for i, f := range findings {
		if secrets[line{f.Place.File, f.Place.Start.Line}] {
			findings[i].Sensitive = true
		}
	}
}
