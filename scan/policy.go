package scan

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/triage"
)

// judgedBy finds the revision by whose policies the work tree is judged, and reads
// what the work tree would put in their place.
func (s *session) judgedBy(ctx context.Context, o *Options) error {
	if o.PolicyFrom == "" {
		return nil
	}
	proposed, fault := s.accepts(o)
	from, head, err := s.revisions("--policy-from", o.PolicyFrom)
	if err != nil {
		return err
	}
	s.policy = newPast(s.site, s.files.FS, from.Tree(), head.Tree())
	s.proposed, s.before = proposed, cmp.Or(s.past, s.policy)
	if base, err := head.MergeBase(ctx, from); err == nil && s.past == nil {
		s.before = newPast(s.site, s.files.FS, base.Tree(), head.Tree())
	}
	if o.Config != nil && !s.policy.same(o.Config.Name) {
		s.diags.Warnf(model.Range{File: o.Config.Name}, "the configuration is that of %s: what the work tree changes in it does not count", o.PolicyFrom)
	}
	if fault != nil {
		s.diags.Warnf(model.Range{}, "what lets findings pass is that of %s; that of the work tree cannot be read: %v", o.PolicyFrom, fault)
	}
	return nil
}

// policies is where the files of the boundary are read that decide what counts.
func (s *session) policies() fs.FS {
	if s.policy != nil {
		return s.policy
	}
	return s.files.FS
}

// policyFile reads such a file that the caller named. One that the revision lacks
// is none.
func (s *session) policyFile(given string) ([]byte, error) {
	if s.policy == nil {
		data, err := os.ReadFile(given)
		if err != nil {
			return nil, unavailable(given, err)
		}
		return data, nil
	}
	name, err := s.inWorkTree(given)
	if err != nil {
		return nil, err
	}
	data, err := s.policy.then.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.diags.Warnf(model.Range{}, "%s is not there in the revision that decides: it lets nothing pass", given)
		return nil, nil
	case err != nil:
		return nil, Usagef("%s: %v", given, cause(err))
	}
	return data, nil
}

// Deciding finds a policy that the caller named in the revision from which policies are read. The file system is nil where the
// one of the operating system counts: without such a revision, and for what lies outside of the work tree or is not in that
// revision, for a policy that is new takes nothing away.
func (o Options) Deciding(file string) (files fs.FS, name string, err error) {
	if o.PolicyFrom == "" {
		return nil, "", nil
	}
	s, err := o.site()
	if err != nil {
		return nil, "", err
	}
	from, _, err := s.revisions("--policy-from", o.PolicyFrom)
	if err != nil {
		return nil, "", err
	}
	if name, err = s.inWorkTree(file); err != nil {
		return nil, "", nil
	}
	if tree := from.Tree(); tree.Has(name) {
		return tree, name, nil
	}
	return nil, "", nil
}

// inWorkTree is a file's path from the top of the work tree, be it there today or
// not.
func (s *site) inWorkTree(given string) (string, error) {
	abs, err := filepath.Abs(given)
	if err != nil {
		return "", Usagef("%s: %v", given, err)
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(dir, filepath.Base(abs))
	}
	name, ok := within(s.top, abs)
	if !ok {
		return "", Usagef("--policy-from: %s lies outside of the work tree %s", given, s.top)
	}
	return name, nil
}

// saidBefore reads files as they were before the change; nil where none is judged.
func (t *triager) saidBefore() func(file string) []byte {
	if t.before == nil {
		return nil
	}
	return func(file string) []byte {
		data, err := t.before.ReadFile(t.formerName(file))
		if err != nil {
			return nil
		}
		return data
	}
}

// formerName is what a file was called before, where its root was renamed.
func (s *session) formerName(file string) string {
	longest, name := -1, file
	for was, is := range s.renames {
		if is == "" || !holds(is, file) || len(is) <= longest {
			continue
		}
		longest, name = len(is), path.Join(was, strings.TrimPrefix(file, is))
		if is == "." {
			name = path.Join(was, file)
		}
	}
	return name
}

// proposals says what the work tree's own exceptions and baseline would change.
func (t *triager) proposals(findings []Finding) (diags diag.List) {
	if t.policy == nil {
		return nil
	}
	more, fewer := t.differences(findings)
	for _, d := range [...]struct {
		found []string
		words string
	}{{more, "would let more verdicts pass"}, {fewer, "would let fewer verdicts pass"}} {
		if n := len(d.found); n > 0 {
			diags.Add(diag.Diagnostic{
				Severity: diag.Warning,
				Summary:  fmt.Sprintf("the exceptions and baseline of the work tree itself, which do not count here, %s (%d)", d.words, n),
				Detail:   strings.Join(d.found[:min(n, mostNamed)], "; "),
			})
		}
	}
	return diags
}

// mostNamed is how many verdicts such a report names.
const mostNamed = 10

// differences are the verdicts that what the work tree proposes would let pass, and
// those that it would not.
func (t *triager) differences(findings []Finding) (more, fewer []string) {
	wants := t.wants()
	own := triage.New(wants, t.files.suppressing())
	wants.Exceptions, wants.Baseline = t.proposed.exceptions, t.proposed.baseline
	other := triage.New(wants, t.files.suppressing())
	for _, f := range findings {
		for _, v := range f.votes {
			if f.Verdict == checks.Passed {
				continue
			}
			subject := t.subject(&f, &v)
			is, would := own.Judge(subject) != nil, other.Judge(subject) != nil
			what := v.Check.ID + " at " + v.Resource.Address
			switch {
			case would && !is:
				more = append(more, what)
			case is && !would:
				fewer = append(fewer, what)
			}
		}
	}
	return more, fewer
}
