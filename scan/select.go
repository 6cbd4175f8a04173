package scan

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/config"
)

// selection is the checks of a run, found by the type of a resource.
type selection struct {
	entries    []*checks.Entry // sorted by id
	byType     map[string][]*rule
	everywhere []*rule
	lost       []*rule // of what a change takes away
	// known are the types that any check names, selected or not.
	known map[string]bool
}

type rule struct {
	*checks.Entry
	types []string

	first    ruling // before any rule of the configuration
	always   bool   // by name: no rule switches it off
	rules    []*config.Rule
	config   *config.File
	least    checks.Severity
	once     sync.Once
	variants [checks.Critical + 1]*checks.Entry
}

// dataSource stands before the type of a data source in Rule.Types, as in an address:
// what is judged in a resource is mostly not there in a data source of its name.
const dataSource = "data."

// choose selects the checks that were asked for.
func choose(o *Options) (*selection, diag.List, error) {
	s := &selection{byType: map[string][]*rule{}, known: map[string]bool{}}
	o.severities()
	for i := range o.Checks {
		entry := &o.Checks[i]
		types := strings.Fields(entry.Rule.Types())
		for _, typ := range types {
			s.known[typ] = s.known[typ] || !entry.Loss
		}
		if r := o.wanted(entry); r != nil {
			r.types = types
			s.add(r)
		}
	}
	slices.SortFunc(s.entries, func(a, b *checks.Entry) int { return cmp.Compare(a.ID, b.ID) })
	diags, err := o.strays()
	return s, diags, err
}

// Select returns the checks that were asked for.
func (o *Options) Select() ([]*checks.Entry, error) {
	if err := o.validate(); err != nil {
		return nil, err
	}
	s, _, err := choose(o)
	if err != nil {
		return nil, err
	}
	return s.entries, nil
}

func (s *selection) add(r *rule) {
	s.entries = append(s.entries, r.Entry)
	if r.Loss {
		s.lost = append(s.lost, r)
		return
	}
	for _, typ := range r.types {
		if typ == "*" {
			s.everywhere = append(s.everywhere, r)
		} else {
			s.byType[typ] = append(s.byType[typ], r)
		}
	}
}

// asksFor tells whether a check is among those that were asked for.
func (o *Options) asksFor(e *checks.Entry) bool {
	means := func(glob string) bool { return matches(glob, e) }
	if len(o.Only) > 0 && !slices.ContainsFunc(o.Only, means) || slices.ContainsFunc(o.Skip, means) {
		return false
	}
	return len(o.Frameworks) == 0 || o.evidential(e)
}

// byDefault tells whether a check that was asked for is run unless the configuration
// says otherwise. Whoever asks for a framework gets the opinions that are evidence.
func (o *Options) byDefault(e *checks.Entry) bool {
	return !e.Opinion || len(o.Frameworks) > 0 || o.Profile != Default || o.given(e.Setting)
}

// names tells whether a check was asked for by name. Whoever names an opinion gets it.
func (o *Options) names(e *checks.Entry) bool {
	return slices.ContainsFunc(o.Only, func(glob string) bool { return !strings.ContainsAny(glob, "*?[{") && matches(glob, e) })
}

// given tells whether the owner has decided what a setting is about.
func (o *Options) given(setting string) bool {
	switch setting {
	case "trusted-registry":
		return len(o.Settings.TrustedRegistries) > 0
	case "trusted-account":
		return len(o.Settings.TrustedAccounts) > 0
	}
	return false
}

// matches tells whether a glob means a check, by any of its names.
func matches(glob string, e *checks.Entry) bool {
	glob = checks.PlainID(glob)
	for id := range e.IDs {
		if doublestar.MatchUnvalidated(glob, id) {
			return true
		}
	}
	return false
}

// strays finds globs that mean no check at all: a slip of the pen must not pass
// for a clean result.
func (o *Options) strays() (diags diag.List, err error) {
	for _, glob := range o.Only {
		if o.stray(glob) {
			return nil, Usagef("no check is called %q", glob)
		}
	}
	for _, glob := range o.Skip {
		if o.stray(glob) {
			diags.Warnf(model.Range{}, "no check is called %q: nothing to skip", glob)
		}
	}
	return append(diags, o.unknownChecks()...), nil
}

func (o *Options) stray(glob string) bool {
	return !slices.ContainsFunc(o.Checks, func(e checks.Entry) bool { return matches(glob, &e) })
}

// of yields the rules that judge a resource. What is folded onto an owner is
// left to the owner's judgement where the same rule gives one; rules for all
// types look at every resource, and not at calls of modules, which are none.
func (s *selection) of(r *model.Resource) func(yield func(*rule) bool) {
	return func(yield func(*rule) bool) {
		for _, rule := range s.byType[typed(r)] {
			if r.Owner != nil && slices.Contains(rule.types, r.Owner.Type) {
				continue
			}
			if !yield(rule) {
				return
			}
		}
		for _, rule := range s.everywhere {
			if r.Mode == model.Call || !yield(rule) {
				return
			}
		}
	}
}

func typed(r *model.Resource) string {
	if r.Mode == model.Data {
		return dataSource + r.Type
	}
	return r.Type
}

// judges tells whether a check of this run judges a resource by its type, or by
// the type of the one onto which it is folded.
func (s *selection) judges(r *model.Resource) bool {
	for ; r != nil; r = r.Owner {
		if len(s.byType[typed(r)]) > 0 {
			return true
		}
	}
	return false
}

// knows tells the same of all checks there are.
func (s *selection) knows(r *model.Resource) bool {
	for ; r != nil; r = r.Owner {
		if s.known[typed(r)] {
			return true
		}
	}
	return false
}
