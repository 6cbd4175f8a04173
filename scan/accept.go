package scan

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan/migrate"
	"github.com/lintel-iac/lintel/scan/strict"
	"github.com/lintel-iac/lintel/scan/triage"
)

// vote is a check's finding about one instance, before it was joined with others.
type vote struct {
	checks.Finding
	ballot *ballot
	print  string // its fingerprint
	change Change // what became of it, "" where it was not compared
}

// parties tells votes of one finding apart: instances that are counted are alike.
func (v *vote) parties() [2]string {
	parties := [2]string{stable(v.Resource.Address)}
	if v.Companion != nil {
		parties[1] = stable(v.Companion.Address)
	}
	return parties
}

// ballot is a verdict as the summary counts it: that of one check on one resource
// instance. It is the worst of its votes.
type ballot struct {
	verdict checks.Verdict
	open    checks.Verdict // the worst that is not suppressed
}

// acceptance is what findings are excused by, but for comments.
type acceptance struct {
	exceptions *triage.Exceptions
	baseline   *triage.Baseline
}

func (a acceptance) any() bool { return a.exceptions != nil || a.baseline != nil }

// accepts reads the files of that kind.
func (s *session) accepts(o *Options) (a acceptance, err error) {
	if o.NoSuppress {
		return a, nil
	}
	own, baseline := triage.ExceptionsFile, ""
	if o.Config != nil {
		own, baseline = cmp.Or(o.Config.Exceptions.Path, own), o.Config.Baseline.Path
	}
	name, data, err := s.steering(o.Exceptions, own)
	if err != nil {
		return a, err
	}
	if name != "" {
		if a.exceptions, err = triage.ReadExceptions(name, data); err != nil {
			return a, Usagef("%v", err)
		}
	}
	a.exceptions = a.exceptions.With(s.foreign())
	if name, data, err = s.steering(o.Baseline, baseline); err != nil || name == "" {
		return a, err
	}
	if migrate.IsCheckovBaseline(data) {
		list, err := migrate.CheckovBaseline(name, data)
		if err != nil {
			return a, Usagef("%s: %v", name, err)
		}
		a.exceptions = a.exceptions.With(list)
		return a, nil
	}
	if a.baseline, err = triage.ReadBaseline(name, data); err != nil {
		return a, Usagef("%v", err)
	}
	return a, nil
}

// foreign is what other tools let pass in files at the top.
func (s *session) foreign() (list []triage.Foreign) {
	items, diags := migrate.Find(s.policies())
	s.diags.Add(diags...)
	for _, item := range items {
		if f := item.Exception; f != nil && !f.Baseline {
			list = append(list, *f)
		}
	}
	return list
}

// steering reads a file that steers the run: the one that was given, which may lie
// anywhere, else the repository's own. The name is "" if there is none.
func (s *session) steering(given, own string) (name string, data []byte, err error) {
	if given != "" {
		if data, err = s.policyFile(given); err != nil || data == nil {
			return "", nil, err
		}
		return s.placed(given), data, nil
	}
	if own == "" {
		return "", nil, nil
	}
	data, err = strict.Load(s.policies(), own, MaxFileSize)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, Usagef("%s: %v", own, explain(cause(err)))
	}
	return own, data, nil
}

// placed is how diagnostics name a file that may lie outside of the boundary.
func (s *session) placed(file string) string {
	if name, err := s.inside(file); err == nil {
		return name
	}
	return filepath.Base(file)
}

// triager has the findings of a run triaged.
type triager struct {
	*session
	options  *Options
	roots    []root
	selected *selection
	result   *triage.Triage // nil where there is nothing that could suppress
}

// triage marks the findings that do not count, and takes them out of the summary.
func (s *session) triage(r *Report, roots []root, selected *selection, o *Options) {
	t := &triager{session: s, options: o, roots: roots, selected: selected}
	r.triaged = t
	suppresses := !o.NoSuppress && (len(s.files.marked) > 0 || s.accepted.any() || s.proposed.any())
	if !suppresses && !r.Compared {
		return
	}
	if suppresses {
		t.result = triage.New(t.wants(), s.files.suppressing())
		r.Diagnostics.Add(t.proposals(r.Findings)...)
	}
	findings := make([]Finding, 0, len(r.Findings))
	for _, f := range r.Findings {
		findings = append(findings, t.parted(f)...)
	}
	slices.SortStableFunc(findings, order)
	r.Findings = findings
	if suppresses {
		r.Summary.recount(findings)
		r.Diagnostics.Add(t.result.Diagnostics()...)
	}
}

func (t *triager) wants() triage.Options {
	chosen := map[string]bool{}
	for _, e := range t.selected.entries {
		chosen[e.ID] = true
	}
	today := t.options.Today
	if today.IsZero() {
		today = time.Now()
	}
	return triage.Options{
		Checks:       t.options.Checks,
		Selected:     func(e *checks.Entry) bool { return chosen[e.ID] },
		Matches:      matches,
		Today:        today,
		Workspace:    cmp.Or(t.options.Inputs.Workspace, "default"),
		WarnUnused:   t.options.WarnUnused,
		Whole:        t.whole,
		Covers:       t.covers,
		Called:       t.loader.Called,
		InRepository: t.inRepository,
		Before:       t.saidBefore(),
		Exceptions:   t.accepted.exceptions,
		Baseline:     t.accepted.baseline,
	}
}

// whole tells whether all findings in a file were asked for.
func (t *triager) whole(file string) bool {
	isPart := func(r root) bool { return r.only != nil }
	asked := func(r root) bool { return r.only != nil && r.only.files[file] }
	return !slices.ContainsFunc(t.roots, isPart) || slices.ContainsFunc(t.roots, asked)
}

// covers tells whether a root, as fingerprints call it, was judged as a whole, or
// lies in a folder that was.
func (t *triager) covers(name string) bool {
	judged := func(r root) bool {
		return r.only == nil && (t.identity(r.name()) == name || r.account != nil && r.account.holds(name))
	}
	below := func(at target) bool { return at.isDir && holds(t.inRepository(at.name), name) }
	return slices.ContainsFunc(t.roots, judged) || slices.ContainsFunc(t.targets, below)
}

// parted is a finding with its suppression and what became of it, and several where
// not all instances have the same.
func (t *triager) parted(f Finding) []Finding {
	if f.Verdict == checks.Passed {
		return []Finding{f}
	}
	type fate struct {
		why    Suppression
		change Change
	}
	var parts []Finding
	at := map[fate]int{}
	for _, v := range f.votes {
		its := fate{change: v.change}
		excuse := t.excuse(&f, &v)
		if excuse != nil {
			its.why = *excuse
		}
		i, ok := at[its]
		if !ok {
			i = len(parts)
			at[its] = i
			part := f
			part.Finding, part.Fingerprint, part.Suppressed, part.Change = v.Finding, v.print, excuse, v.change
			part.Instances, part.votes = nil, nil
			parts = append(parts, part)
		}
		parts[i].take(v)
	}
	return parts
}

func (t *triager) excuse(f *Finding, v *vote) *Suppression {
	if t.result == nil {
		return nil
	}
	return t.result.Judge(t.subject(f, v))
}

func (f *Finding) take(v vote) {
	if n := len(f.Instances); n == 0 || f.Instances[n-1] != v.Resource {
		f.Instances = append(f.Instances, v.Resource)
	}
	f.votes = append(f.votes, v)
}

func (t *triager) subject(f *Finding, v *vote) *triage.Subject {
	return &triage.Subject{
		Check:       v.Check,
		Verdict:     v.Verdict,
		Resource:    v.Resource,
		Companion:   v.Companion,
		Attribute:   v.At.Origin.Name,
		Place:       f.Place,
		Chain:       f.Chain,
		Folder:      t.folder(f),
		Fingerprint: v.print,
	}
}

// folder is that of the root module of which a finding is.
func (t *triager) folder(f *Finding) string {
	switch f.Format {
	case model.Terraform:
		return f.Root
	case model.TerraformPlan, model.TerraformState:
		return t.planned[f.Root]
	}
	return ""
}

// recount takes what is suppressed out of the counts of verdicts.
func (s *Summary) recount(findings []Finding) {
	for _, f := range findings {
		for _, v := range f.votes {
			if f.Suppressed == nil && v.ballot.open != checks.Fail {
				v.ballot.open = f.Verdict
			}
		}
	}
	for _, f := range findings {
		for _, v := range f.votes {
			if f.Suppressed != nil && v.ballot.open != v.ballot.verdict {
				s.move(v.ballot.verdict, v.ballot.open)
				v.ballot.verdict = v.ballot.open
			}
		}
	}
}

// move counts a verdict as another; "" is one that is suppressed.
func (s *Summary) move(from, to checks.Verdict) {
	switch from {
	case checks.Fail:
		s.Failed--
	case checks.Unknown:
		s.Unknown--
	}
	switch to {
	case checks.Unknown:
		s.Unknown++
	case "":
		s.Suppressed++
	}
}

// Baseline is all that counts against the code today.
func (r *Report) Baseline() *triage.Baseline {
	var entries []*triage.Entry
	t := r.triaged
	for _, f := range r.Findings {
		if f.Suppressed != nil || f.Verdict == checks.Passed {
			continue
		}
		for _, v := range f.votes {
			entries = append(entries, &triage.Entry{
				Fingerprint: v.print,
				Check:       f.Check.ID,
				Verdict:     f.Verdict,
				Root:        t.identity(f.Root),
				Address:     stable(v.Resource.Address),
				File:        t.inRepository(f.Place.File),
			})
		}
	}
	return triage.NewBaseline(entries)
}

// Pruned is the baseline that the run was given, without what is gone.
// It is nil where there was none of Lintel's.
func (r *Report) Pruned() *triage.Baseline {
	if r.triaged.result == nil || r.triaged.result.Baseline == nil {
		return nil
	}
	return r.triaged.result.Pruned()
}
