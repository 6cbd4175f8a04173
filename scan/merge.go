package scan

import (
	"cmp"
	"path"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// merger joins the findings about instances of one block, and those of the outcomes
// of one scope.
type merger struct {
	whole    *model.Scope
	scope    *model.Scope // the one at hand: the whole, or one of its outcomes
	outcome  int          // which, from 1
	findings []Finding
	at       map[sameness]int
	ballots  []*ballot
	passed   int              // verdicts that need no ballot
	cast     map[cast]*ballot // where there are outcomes, which share them
}

// sameness is what findings that are one have in common.
type sameness struct {
	check   *checks.Entry
	block   string
	place   model.Range
	verdict checks.Verdict
	message string
}

// cast is of what a ballot is.
type cast struct {
	check   *checks.Entry
	address string
}

func newMerger(scope *model.Scope) *merger {
	return &merger{whole: scope, at: map[sameness]int{}, cast: map[cast]*ballot{}}
}

// next goes on to the next scope that is to be judged.
func (m *merger) next() bool {
	m.outcome++
	switch {
	case m.outcome <= len(m.whole.Outcomes):
		m.scope = m.whole.Outcomes[m.outcome-1].Scope
	case m.outcome == 1:
		m.scope = m.whole
	default:
		return false
	}
	return true
}

// ballot is that of a check on a resource instance.
func (m *merger) ballot(check *checks.Entry, r *model.Resource) *ballot {
	of := cast{check, r.Address}
	if b := m.cast[of]; b != nil {
		return b
	}
	b := &ballot{verdict: checks.Passed}
	m.ballots = append(m.ballots, b)
	if len(m.whole.Outcomes) > 0 {
		m.cast[of] = b
	}
	return b
}

func (m *merger) add(f checks.Finding, place model.Range, b *ballot) {
	key := sameness{f.Check, cmp.Or(f.Resource.Block, f.Resource.Address), place, f.Verdict, f.Message}
	now := uint64(1) << (m.outcome - 1)
	if i, ok := m.at[key]; ok {
		m.findings[i].join(f, b, now)
		return
	}
	m.at[key] = len(m.findings)
	m.findings = append(m.findings, Finding{
		Finding:   f,
		Root:      path.Join(m.whole.Root, f.Resource.Region),
		Format:    f.Resource.Scope.Format,
		Place:     place,
		Chain:     m.trace(f),
		Instances: []*model.Resource{f.Resource},
		Sensitive: secret(f.At) || secretAt(f, place),
		votes:     []vote{{Finding: f, ballot: b}},
		outcomes:  now,
	})
}

// join adds what is the same finding about another instance, or in another outcome.
func (f *Finding) join(other checks.Finding, b *ballot, now uint64) {
	same := func(v vote) bool { return v.ballot == b && v.Resource.Scope != other.Resource.Scope }
	f.outcomes |= now
	if f.outcomes != now && slices.ContainsFunc(f.votes, same) {
		return
	}
	if f.Instances[len(f.Instances)-1] != other.Resource {
		f.Instances = append(f.Instances, other.Resource)
	}
	f.votes = append(f.votes, vote{Finding: other, ballot: b})
}

// finish says of each finding in which outcomes it holds, where that is not in all.
// A resource passes only if it does so in each in which it is there.
func (m *merger) finish() []Finding {
	if len(m.whole.Outcomes) == 0 {
		return m.findings
	}
	kept := m.findings[:0]
	for _, f := range m.findings {
		if f.Verdict == checks.Passed {
			if f.votes[0].ballot.verdict != checks.Passed {
				continue
			}
		} else if f.When = m.whole.Outcomes.When(f.outcomes); f.When != nil {
			f.Message += ", " + model.Sentence(f.When)
		}
		kept = append(kept, f)
	}
	return kept
}

// trace asks the parser where the value came from. What is absent came from
// nowhere.
func (m *merger) trace(f checks.Finding) []model.Hop {
	if m.scope.Format == model.Live && m.scope.Tracer != nil {
		return m.scope.Tracer.Trace(model.Value{Origin: model.Origin{Resource: f.Resource}}) // what made it, whatever it lacks
	}
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
	case model.Members:
		for _, member := range data.All() {
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
