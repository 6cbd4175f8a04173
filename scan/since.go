package scan

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/revision"
)

// Revision finds a revision of the repository in whose work tree a path of the
// operating system lies, and the top of that work tree. Its Tree is the files.
func Revision(path, ref string) (commit *revision.Commit, top string, err error) {
	real, _, err := actual(path)
	if err != nil {
		return nil, "", err
	}
	if top = workTree(real); top == "" {
		return nil, "", Usagef("%s lies in no work tree of git", path)
	}
	repository, err := revision.Open(top)
	if err != nil {
		return nil, "", Usagef("%s: %v", top, err)
	}
	commit, err = repository.Commit(ref)
	return commit, top, err
}

// revisions are the one that a flag names, and HEAD, of the repository in which all
// paths lie.
func (s *site) revisions(flag, ref string) (named, head *revision.Commit, err error) {
	if s.top == "" {
		return nil, nil, Usagef("%s: %s lies in no work tree of git", flag, s.targets[0].given)
	}
	for _, t := range s.targets {
		if _, inside := s.tracks(t.name); !inside && t.stdin == nil && t.outside == "" {
			return nil, nil, Usagef("%s: %s does not lie in the work tree %s, as the first path does", flag, t.given, s.top)
		}
	}
	if head, _, err = Revision(s.top, "HEAD"); err == nil {
		named, _, err = Revision(s.top, ref)
	}
	if err != nil {
		return nil, nil, Usagef("%s %s: %v", flag, ref, err)
	}
	return named, head, nil
}

// tracks is a name as seen from the top of the work tree, false for what lies
// outside of it.
func (s *site) tracks(name string) (string, bool) {
	if s.trim != "" && !holds(s.trim, name) {
		return "", false
	}
	return s.inRepository(name), true
}

// since finds the files as they were where the work tree parted from a revision.
func (s *session) since(ctx context.Context, o *Options) error {
	if o.ChangedSince == "" {
		return nil
	}
	other, head, err := s.revisions("--changed-since", o.ChangedSince)
	if err != nil {
		return err
	}
	base, err := head.MergeBase(ctx, other)
	if err != nil {
		return Usagef("--changed-since %s: %v", o.ChangedSince, err)
	}
	s.past = newPast(s.site, s.files.FS, base.Tree(), head.Tree())
	s.before = s.past
	for _, name := range s.givenFiles() {
		s.past.given[name] = true
	}
	return nil
}

// givenFiles are those with values that the caller named.
func (s *session) givenFiles() []string {
	var names []string
	inputs := slices.Clone(s.inputs.Values)
	for _, e := range s.environments {
		inputs = append(inputs, e.Values...)
	}
	for _, v := range inputs {
		if v.File {
			names = append(names, v.Text)
		}
	}
	for _, p := range s.templates.params {
		if p.File {
			names = append(names, p.Text)
		}
	}
	return names
}

// then is the session as it would have been in the past. Where a target was not there,
// it looks everywhere: it may have had another name.
func (s *session) then() *session {
	where := *s.site
	where.targets = nil
	everywhere := false
	for _, t := range s.targets {
		if t.stdin != nil || t.outside != "" {
			continue
		}
		if _, err := s.past.Stat(t.name); err == nil {
			where.targets = append(where.targets, t)
		} else {
			everywhere = true
		}
	}
	if top := s.inBoundary("."); everywhere && s.past.sameKind(top) {
		where.targets = append(where.targets, target{given: s.top, name: top, isDir: true})
	}
	then := newSession(&where, s.past, s.inputs, s.exclude)
	then.loader = s.loader.Before(then.files, s.past.sameModule)
	then.environments, then.as = s.environments, s.as
	then.templates.params = s.templates.params
	return then
}

// former is a root as it was.
type former struct {
	root
	now    int // the place of the root that it is today, or -1
	judged *judgement
	lost   *judgement // what the change has taken away from it
	diags  diag.List
}

// earlier judges the roots as they were. What has seen nothing that differs is not
// judged again.
func (s *session) earlier(ctx context.Context, now *round, selected *selection, o *Options) *earlier {
	then, out := s.then(), newEarlier()
	roots := s.asked(then.survey(), now)
	s.past.templates = slices.Equal(then.templates.all, s.templates.all)
	out.gone = s.renamed(then, roots, now.roots)
	s.renames = out.gone
	roots = then.inEnvironments(slices.DeleteFunc(roots, func(r root) bool { return out.gone[r.dir] == "" && !s.wants(r.dir, now) }))
	for i, r := range now.roots {
		known := standing{lost: then.diags.HasErrors()}
		if now.scopes[i] != nil {
			known.moves = now.scopes[i].Moves
		}
		out.roots[r.dir] = known
	}
	if then.diags.HasErrors() {
		s.diags.Infof(model.Range{}, "not all could be read as it was at %s, so what is new is undecided", o.ChangedSince)
	}
	again := out.sorted(roots, now, s.past)
	then.judgeAgain(ctx, again, now, selected, o)
	for _, f := range again {
		if f.judged != nil {
			out.findings = append(out.findings, failing(f.judged.findings)...)
			f.diags.Add(f.judged.diags...)
		}
		if f.lost != nil {
			now.losses = append(now.losses, f.lost)
		}
		s.unread(out, f, o.ChangedSince)
	}
	return out
}

// asked picks those roots of the past that are asked for, and those that are not there
// today: they may have another name now. All that was found in them is of interest.
func (s *session) asked(roots []root, now *round) []root {
	roots = slices.DeleteFunc(roots, func(r root) bool {
		_, err := fs.Stat(s.files.FS, r.dir)
		return err == nil && !s.wants(r.dir, now)
	})
	for i := range roots {
		roots[i].only = nil
	}
	return roots
}

// wants tells whether a root lies in one of the paths, or holds or calls one.
func (s *session) wants(dir string, now *round) bool {
	isRoot := func(r root) bool { return r.dir == dir }
	return slices.ContainsFunc(now.roots, isRoot) || slices.ContainsFunc(s.targets, func(t target) bool {
		return t.isDir && holds(t.name, dir) || !t.isDir && (t.name == dir || path.Dir(t.name) == dir)
	})
}

// sorted finds for each root what it is today. It takes the findings of those that
// saw the same in the past, and returns the others.
func (e *earlier) sorted(roots []root, now *round, past *past) []*former {
	var again []*former
	for _, r := range roots {
		i := slices.IndexFunc(now.roots, func(other root) bool {
			return other.is(&r) || other.dir == e.gone[r.dir] && other.environment == r.environment
		})
		known := i >= 0 && now.judged[i] != nil
		switch {
		case known && now.judged[i].before != nil: // a plan says it itself
		case known && now.roots[i].is(&r) && now.roots[i].seen.sawThe(past):
			e.findings = append(e.findings, copied(failing(now.judged[i].findings))...)
		default:
			again = append(again, &former{root: r, now: i})
		}
	}
	return again
}

// judgeAgain judges roots as they were, and what the change has taken away.
func (s *session) judgeAgain(ctx context.Context, again []*former, now *round, selected *selection, o *Options) {
	roots := make([]root, len(again))
	for i, f := range again {
		roots[i] = f.root
	}
	diags := s.each(ctx, roots, func(i int, sc *model.Scope) {
		f := again[i]
		f.judged = selected.verdicts(sc, &f.root, o)
		after := &model.Scope{Root: sc.Root, Format: sc.Format}
		if f.now >= 0 {
			after = now.scopes[f.now]
		}
		if after != nil {
			f.lost = selected.losses(sc, after, f.only)
			f.environment.in(f.lost.findings)
		}
	})
	for i, f := range again {
		f.diags = diags[i]
	}
}

// failing are findings without what passed.
func failing(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Verdict == checks.Passed })
}

// unread notes that a root could not be read whole as it was.
func (s *session) unread(out *earlier, f *former, since string) {
	name := cmp.Or(out.today(f.dir), f.dir)
	known := out.roots[name]
	known.lost = known.lost || f.diags.HasErrors()
	out.roots[name] = known
	if i := slices.IndexFunc(f.diags, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }); i >= 0 {
		s.diags.Add(diag.Diagnostic{
			Severity: diag.Info, Range: model.Range{File: f.dir},
			Summary: fmt.Sprintf("this %s could not be read whole as it was at %s, so what is new in it is undecided", f.noun(), since),
			Detail:  f.diags[i].Summary,
		})
	}
}
