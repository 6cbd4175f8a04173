package awslive

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/scan"
)

// answers are what services say, as they say it, of a resource that a check finds at fault and of one that it passes.
// testdata/answers has a file for each reader, and more where several types come of what it reads. The first line is the
// check's id. Its sections are called
//
//	[bad|good] SERVICE:ACTION [WORD]
//
// and are the answers to an operation, of one of the two or of both, if WORD is given only to requests in which it stands. To
// all else the answer is that there is nothing.
type answers struct {
	check    string
	sections []txtar.File
}

func answersIn(t *testing.T, file string) *answers {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return &answers{strings.TrimSpace(string(archive.Comment)), archive.Files}
}

// filesOf are those of a reader: READER.txtar, READER.TYPE.txtar.
func filesOf(r *Reader) []string {
	stem := filepath.Join("testdata", "answers", strings.ReplaceAll(r.Type, "::", "-"))
	found, _ := filepath.Glob(stem + ".*txtar")
	return found
}

// areOf tells whether the answers are for a reader, of several of one type.
func (a *answers) areOf(r *Reader) bool {
	return r.cloud != nil || slices.ContainsFunc(a.sections, func(s txtar.File) bool { return slices.Contains(strings.Fields(s.Name), r.list.name) })
}

// to is the answer to a request, where there is one.
func (a *answers) to(side string, o *operation, request string) (text string, ok bool) {
	for _, s := range a.sections {
		words := strings.Fields(s.Name)
		if words[0] == "bad" || words[0] == "good" {
			if words[0] != side {
				continue
			}
			words = words[1:]
		}
		if words[0] == o.name && (len(words) == 1 || strings.Contains(request, words[1])) {
			return string(s.Data), true
		}
	}
	return "", false
}

// With every direct reader a check whose types it reads fails and passes, and each type that a check judges is among what
// fails. Each operation that is denied makes the verdict unknown or leaves it as it was, and the report names what was denied.
func TestAnswers(t *testing.T) {
	failed := map[string]bool{}
	for _, r := range Readers() {
		for _, file := range filesOf(r) {
			if a := answersIn(t, file); a.areOf(r) {
				t.Run(filepath.Base(file), func(t *testing.T) { a.judge(t, r, failed) })
			}
		}
	}
	t.Run("all types", func(t *testing.T) {
		for _, r := range Readers() {
			for _, typ := range r.Makes() {
				if r.cloud == nil && !failed[typ] && within[typ] == "" && slices.ContainsFunc(all.Checks, judges(typ)) {
					t.Errorf("no recorded answer of %s makes a check of %s fail", r.Type, typ)
				}
			}
		}
	})
}

// within are types that never fail themselves, and why.
var within = map[string]string{
	"aws_cloudwatch_log_metric_filter": "the trail fails that has none",
	"aws_flow_log":                     "the VPC fails that has none",
	"aws_iam_role_policy_attachment":   "what is attached is read with the role",
	"aws_route_table":                  "its routes fail",
}

func (a *answers) judge(t *testing.T, r *Reader, failed map[string]bool) {
	check := all.Find(a.check)
	if len(check) != 1 {
		t.Fatalf("there is no check %s", a.check)
	}
	besides, err := example.Types(&check[0])
	if err != nil {
		t.Fatal(err)
	}
	readers := ReadersOf(append(besides, strings.Fields(check[0].Rule.Types())...))
	if !slices.Contains(readers, r) {
		t.Fatalf("%s does not judge %s", a.check, r.Type)
	}
	for side, want := range map[string]checks.Verdict{"bad": checks.Fail, "good": checks.Passed} {
		got, report := a.verdict(t, side, readers, "")
		if got != want {
			t.Errorf("%s: %s", side, explained(got, report))
		}
		for _, f := range report.Findings {
			if f.Verdict == checks.Fail {
				failed[f.Resource.Type] = true
				if f.Companion != nil {
					failed[f.Companion.Type] = true
				}
			}
		}
		a.denied(t, r, side, want, readers)
	}
}

// judges tells a check about what is deployed, of one of some types.
func judges(types ...string) func(checks.Entry) bool {
	return func(e checks.Entry) bool {
		return strings.HasPrefix(e.Path, "aws/") && slices.ContainsFunc(strings.Fields(e.Rule.Types()), func(typ string) bool {
			return slices.Contains(types, typ)
		})
	}
}

func (a *answers) denied(t *testing.T, r *Reader, side string, before checks.Verdict, readers []*Reader) {
	t.Helper()
	operations := r.operations()
	if r.cloud != nil {
		operations = []*operation{listResources, getResource}
	}
	for _, o := range operations {
		if o.place {
			continue
		}
		got, report := a.verdict(t, side, readers, o.name)
		lists := o == r.list || slices.Contains(r.under, o) || r.cloud != nil
		if got != checks.Unknown && (lists || got != before) {
			t.Errorf("%s without %s: %s", side, o.name, explained(got, report))
		}
		told := func(u scan.Unseen) bool { return u.State == snapshot.Denied && u.Action == o.permission() }
		if o.only.path == "" && !slices.ContainsFunc(report.Unseen, told) && (lists || len(o.fills) > 0) {
			t.Errorf("%s without %s: the report says nothing of it: %+v", side, o.name, report.Unseen)
		}
	}
}

// verdict is the worst that the check says.
func (a *answers) verdict(t *testing.T, side string, readers []*Reader, denied string) (checks.Verdict, *scan.Report) {
	t.Helper()
	f := newFake(t)
	defer f.Close()
	f.reply = func(o *operation, request string) (string, bool) { return a.to(side, o, request) }
	f.refuse = func(op string) (int, string) {
		if op == denied {
			return http.StatusForbidden, "AccessDeniedException"
		}
		return 0, ""
	}
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	if err := cmp.Or(w.Head(snapshot.Head{}), Read(context.Background(), w, Options{
		Accounts: []*Account{f.account()}, Regions: []string{"eu-central-1"}, Readers: readers, Sleep: quick,
	})); err != nil {
		t.Fatal(err)
	}
	for _, res := range decoded(t, &text).resources {
		if strings.Contains(string(res.Document), "marker-of-a-secret") {
			t.Errorf("%s keeps a secret: %s", res.Type, res.Document)
		}
	}
	report, err := scan.Run(context.Background(), scan.Options{
		Paths: []string{"-"}, Stdin: &text, Checks: all.Checks, Only: []string{a.check}, Profile: scan.All, Passed: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	worst := checks.Verdict("")
	for _, v := range [...]checks.Verdict{checks.Passed, checks.Unknown, checks.Fail} {
		if slices.ContainsFunc(report.Findings, func(f scan.Finding) bool { return f.Verdict == v }) {
			worst = v
		}
	}
	return worst, report
}

func explained(got checks.Verdict, report *scan.Report) string {
	text := fmt.Sprintf("the verdict is %q", got)
	for _, f := range report.Findings {
		text += fmt.Sprintf("\n\t%s %s %s: %s", f.Verdict, f.Resource.Type, f.Resource.Address, f.Message)
	}
	return text
}

// Every file belongs to a reader.
func TestNoAnswersAreLeftOver(t *testing.T) {
	files, err := filepath.Glob("testdata/answers/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !slices.ContainsFunc(Readers(), func(r *Reader) bool { return slices.Contains(filesOf(r), file) }) {
			t.Errorf("%s belongs to no reader", file)
		}
	}
}
