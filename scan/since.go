package scan

import (
	"context"
	"fmt"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/revision"
)

// openRepository opens the repository in which all paths lie. flag is the one that
// wants it.
func (s *site) openRepository(flag string) (*revision.Repository, error) {
	if s.top == "" {
		return nil, Usagef("%s: %s lies in no work tree of git", flag, s.targets[0].given)
	}
	for _, t := range s.targets {
		if _, inside := s.tracks(t.name); !inside && t.stdin == nil && t.outside == "" {
			return nil, Usagef("%s: %s does not lie in the work tree %s, as the first path does", flag, t.given, s.top)
		}
	}
	repository, err := revision.Open(s.top)
	if err != nil {
		return nil, Usagef("%s: %v", flag, err)
	}
	return repository, nil
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
	repository, err := s.openRepository("--changed-since")
	if err != nil {
		return err
	}
	head, err := repository.Commit("HEAD")
	if err != nil {
		return Usagef("--changed-since: %v", err)
	}
	other, err := repository.Commit(o.ChangedSince)
	if err != nil {
		return Usagef("--changed-since %s: %v", o.ChangedSince, err)
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

// then is the session as it would have been in the past.
func (s *session) then() *session {
	where := *s.site
	where.targets = nil
	for _, t := range s.targets {
		if _, err := s.past.Stat(t.name); err == nil && t.stdin == nil && t.outside == "" {
			where.targets = append(where.targets, t)
		}
	}
	then := newSession(&where, s.past, s.inputs, s.exclude)
	then.loader = s.loader.Before(then.files, s.past.sameModule)
	then.environments, then.as = s.environments, s.as
	then.templates.params = s.templates.params
	return then
}

// earlier judges the roots as they were. What has seen nothing that differs is not
// judged again.
func (s *session) earlier(ctx context.Context, now *round, selected *selection, o *Options) *earlier {
	then, out := s.then(), newEarlier()
	roots := then.inEnvironments(then.survey())
	s.past.templates = slices.Equal(then.templates.all, s.templates.all)
	out.gone = s.renamed(then, roots, now.roots)
	s.renames = out.gone
	var again []root
	counterpart := make([]int, 0, len(roots))
	for _, r := range roots {
		i := slices.IndexFunc(now.roots, func(other root) bool {
			return other.is(&r) || other.dir == out.gone[r.dir] && other.environment == r.environment
		})
		switch {
		case i >= 0 && now.judged[i] != nil && now.judged[i].before != nil: // a plan says it itself
		case i >= 0 && now.judged[i] != nil && now.roots[i].is(&r) && now.roots[i].seen.sawThe(s.past):
			out.findings = append(out.findings, copied(failing(now.judged[i].findings))...)
		default:
			again, counterpart = append(again, r), append(counterpart, i)
		}
	}
	judged, lost := make([]*judgement, len(again)), make([]*judgement, len(again))
	diags := then.each(ctx, again, func(k int, sc *model.Scope) {
		judged[k] = selected.verdicts(sc, &again[k], o)
		after := &model.Scope{Root: sc.Root, Format: sc.Format}
		if i := counterpart[k]; i >= 0 {
			after = now.scopes[i]
		}
		if after != nil {
			lost[k] = selected.losses(sc, after, again[k].only)
			again[k].environment.in(lost[k].findings)
		}
	})
	for k, r := range again {
		if lost[k] != nil && len(lost[k].findings) > 0 {
			now.losses = append(now.losses, lost[k])
			out.roots[r.dir] = standing{}
		}
	}
	for i, r := range now.roots {
		known := standing{}
		if now.scopes[i] != nil {
			known.moves = now.scopes[i].Moves
		}
		out.roots[r.dir] = known
	}
	for k := range again {
		if judged[k] != nil {
			out.findings = append(out.findings, failing(judged[k].findings)...)
		}
		s.unread(out, &again[k], diags[k], o.ChangedSince)
	}
	return out
}

// failing are findings without what passed.
func failing(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Verdict == checks.Passed })
}

// unread notes that a root could not be read whole as it was.
func (s *session) unread(out *earlier, r *root, diags diag.List, since string) {
	if !diags.HasErrors() {
		return
	}
	known := out.roots[r.dir]
	known.lost = true
	out.roots[r.dir] = known
	i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	s.diags.Add(diag.Diagnostic{
		Severity: diag.Info, Range: model.Range{File: r.dir},
		Summary: fmt.Sprintf("this %s could not be read whole as it was at %s, so what is new in it is undecided", r.noun(), since),
		Detail:  diags[i].Summary,
	})
}
