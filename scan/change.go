package scan

import (
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Change is what became of a finding by the change that is judged.
type Change string

const (
	// Introduced is what the change brings: it was not there before.
	Introduced Change = "introduced"
	// Fixed is what was there before and is no more. Its verdict is pass.
	Fixed Change = "fixed"
	// Unchanged is what was there before as well.
	Unchanged Change = "unchanged"
	// Moved is the same for what has another address, or lies in a root or file of
	// another name.
	Moved Change = "moved"
	// Undecided is where it cannot be told: a verdict of the two is unknown, or what
	// was before could not be read.
	Undecided Change = "undecided"
)

// Worse tells whether the change may have made a finding: all but what is known to
// have been there before. What was not compared is not known to have been.
func (c Change) Worse() bool { return c != Unchanged && c != Moved && c != Fixed }

// earlier is what was found before a change.
type earlier struct {
	findings []Finding
	roots    map[string]standing // by their names today
	gone     map[string]string   // roots that have another name today, or none: ""
}

// standing is how far a root of today can be compared.
type standing struct {
	lost  bool         // of what was before, not all could be read
	moves []model.Move // that the author declares
}

func (e *earlier) add(other *earlier) {
	e.findings = append(e.findings, other.findings...)
	for name, s := range other.roots {
		if _, told := e.roots[name]; !told {
			e.roots[name] = s
		}
	}
	maps.Copy(e.gone, other.gone)
}

// today is what a root is called now, "" if it is gone.
func (e *earlier) today(root string) string {
	if is, gone := e.gone[root]; gone {
		return is
	}
	return root
}

func newEarlier() *earlier {
	return &earlier{roots: map[string]standing{}, gone: map[string]string{}}
}

// told is what the roots themselves say of what was before: plans do.
func (n *round) told() *earlier {
	e := newEarlier()
	for i, j := range n.judged {
		if j != nil && j.before != nil {
			e.findings = append(e.findings, copied(*j.before)...)
			e.roots[n.roots[i].dir] = standing{}
		}
	}
	return e
}

// copied are findings whose votes can be changed.
func copied(findings []Finding) []Finding {
	out := slices.Clone(findings)
	for i := range out {
		out[i].votes = slices.Clone(out[i].votes)
	}
	return out
}

// was is a finding of before.
type was struct {
	finding *Finding
	met     bool // it is there today
}

// delta holds findings of today against those of before.
type delta struct {
	*earlier
	session *session
	prints  map[string]*was
}

// changes says of each finding what became of it, and adds those that are fixed.
func (s *session) changes(r *Report, now *round, before *earlier) {
	if len(before.roots) == 0 && s.past == nil {
		return
	}
	r.Compared = true
	before.findings = s.known(before.findings)
	d := &delta{earlier: before, session: s, prints: map[string]*was{}}
	d.index()
	d.each(r.Findings, func(f *Finding, v *vote) { v.change = d.same(f, v) })
	d.again(r.Findings)
	r.Findings = append(r.Findings, d.left(now, &r.Summary)...)
}

// each calls do for the verdicts that can be compared.
func (d *delta) each(findings []Finding, do func(*Finding, *vote)) {
	for i := range findings {
		f := &findings[i]
		if _, compared := d.roots[f.Root]; !compared || f.Verdict == checks.Passed {
			continue
		}
		for j := range f.votes {
			do(f, &f.votes[j])
		}
	}
}

// index finds what was there before by its fingerprint.
func (d *delta) index() {
	for i := range d.findings {
		f := &d.findings[i]
		for j := range f.votes {
			v := &f.votes[j]
			w := d.prints[v.print]
			if w == nil {
				w = &was{finding: f}
				d.prints[v.print] = w
			}
			if f.Verdict == checks.Fail && w.finding.Verdict != checks.Fail {
				w.finding = f
			}
		}
	}
}

// same compares a verdict with that of the same name before; "" if there is none.
func (d *delta) same(f *Finding, v *vote) Change {
	w := d.prints[v.print]
	if w == nil {
		return ""
	}
	w.met = true
	return w.became(f, v, Unchanged)
}

func (w *was) became(f *Finding, v *vote, as Change) Change {
	declared := v.Resource.Mode == model.Provider || v.Resource.Mode == model.Variable || v.Resource.Mode == model.Call
	switch {
	case f.Format == model.TerraformPlan && declared: // a plan does not tell what was written
		return Undecided
	case w.finding.Verdict != f.Verdict:
		return Undecided
	case slices.ContainsFunc(f.Environments, func(e string) bool { return !slices.Contains(w.finding.Environments, e) }):
		return Introduced
	case v.Resource.Formerly != "":
		return Moved
	}
	return as
}

// again looks for what was not met under other names: those that it would have today,
// where roots and resources are called otherwise, and where the only element of a list
// says something else.
func (d *delta) again(findings []Finding) {
	unmet := map[string]*sought{}
	n := namer{seen: map[string]int{}, coarse: true}
	for i := range d.findings {
		f := &d.findings[i]
		root := d.today(f.Root)
		own := map[[2]string]string{}
		for j := range f.votes {
			if w := d.prints[f.votes[j].print]; !w.met && root != "" {
				v := f.votes[j]
				v.Finding = readdressed(v.Finding, d.roots[root].moves)
				moved := root != f.Root || v.Resource.Address != f.votes[j].Resource.Address
				unmet[n.name(&v, d.session.identity(root), own)] = &sought{w, moved}
			}
		}
	}
	n = namer{seen: map[string]int{}, coarse: true}
	var in *Finding
	var own map[[2]string]string
	d.each(findings, func(f *Finding, v *vote) {
		if f != in {
			in, own = f, map[[2]string]string{}
		}
		if v.change == "" {
			v.change = d.other(f, v, unmet[n.name(v, d.session.identity(f.Root), own)])
		}
	})
}

// sought is a finding of before for which there was none of its name.
type sought struct {
	*was
	moved bool
}

// readdressed is a finding with the addresses that its resources have today.
func readdressed(f checks.Finding, moves []model.Move) checks.Finding {
	now := func(r *model.Resource) *model.Resource {
		if r == nil {
			return nil
		}
		moved := *r
		moved.Address = model.Moved(r.Address, moves)
		return &moved
	}
	f.Resource, f.Companion = now(f.Resource), now(f.Companion)
	return f
}

// other compares a verdict for which there was none of the same name before.
func (d *delta) other(f *Finding, v *vote, w *sought) Change {
	switch {
	case w != nil && w.moved:
		w.met = true
		return w.became(f, v, Moved)
	case w != nil:
		w.met = true
		return w.became(f, v, Unchanged)
	}
	if d.roots[f.Root].lost || f.Verdict == checks.Unknown {
		return Undecided
	}
	return Introduced
}

// left are the findings of before that are no more: fixed, or of what is not
// described any more.
func (d *delta) left(now *round, s *Summary) []Finding {
	unread, only := map[string]bool{}, map[string]*focus{}
	for i, diags := range now.diags {
		unread[now.roots[i].dir] = unread[now.roots[i].dir] || diags.HasErrors()
		only[now.roots[i].dir] = now.roots[i].only
	}
	var out []Finding
	for i := range d.findings {
		f := d.findings[i]
		root := d.today(f.Root)
		came := func(checks.Finding) []model.Hop { return f.Chain }
		if f.Verdict != checks.Fail || unread[root] || !only[root].touches(f.Finding, f.Place, came) {
			continue
		}
		var fixed, forgotten []vote
		for _, v := range f.votes {
			switch {
			case d.prints[v.print].met:
			case v.Resource.Forgotten:
				forgotten = append(forgotten, v)
			default:
				fixed = append(fixed, v)
			}
		}
		if len(fixed) > 0 {
			out = append(out, f.as(checks.Passed, Fixed, fixed))
		}
		if len(forgotten) > 0 {
			out = append(out, f.forget(forgotten))
			s.Unknown += len(forgotten)
		}
	}
	return out
}

// forget is a finding about instances that stay deployed and are described no more.
func (f Finding) forget(votes []vote) Finding {
	for i := range votes {
		votes[i].Reason = "the plan forgets the resource, which stays deployed as it is"
	}
	return f.as(checks.Unknown, Undecided, votes)
}

// as is a finding of before as the report of today has it, of some of its instances.
func (f Finding) as(verdict checks.Verdict, change Change, votes []vote) Finding {
	f.Finding, f.Fingerprint = votes[0].Finding, votes[0].print
	f.Verdict, f.Change, f.Instances, f.votes = verdict, change, nil, nil
	for _, v := range votes {
		v.change, v.Verdict, v.ballot = change, verdict, &ballot{verdict: verdict}
		f.take(v)
	}
	return f
}

// byChange counts findings by what became of them.
func (s *Summary) byChange(findings []Finding) {
	for _, f := range findings {
		if f.Change != "" {
			if s.Changes == nil {
				s.Changes = map[Change]int{}
			}
			s.Changes[f.Change]++
		}
	}
}
