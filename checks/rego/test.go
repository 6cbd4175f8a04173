package rego

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/lintel-iac/lintel/model"
)

// testPrefix begins the names of OPA's own tests.
const testPrefix = "test_"

// TestResult is how one test rule ended.
type TestResult struct {
	Name string // data.acme.tags_test.test_owner, without data
	At   model.Range
	// Fault is "" where the test passed.
	Fault string
}

// Coverage is how much of a file was evaluated.
type Coverage struct {
	File    string
	Percent float64
	// Missed are lines that were not.
	Missed []int
}

// tracer notes what is evaluated, also by several at a time.
type tracer struct {
	*cover.Cover
	mu sync.Mutex
}

func (t *tracer) TraceEvent(event topdown.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.Cover.TraceEvent(event)
}

// Watch notes from now on which lines are evaluated, for Coverage.
func (l *Library) Watch() { l.tracer = &tracer{Cover: cover.New()} }

// Test runs the test rules of a library.
func (l *Library) Test(ctx context.Context) []TestResult {
	var results []TestResult
	for _, file := range slices.Sorted(maps.Keys(l.compiler.Modules)) {
		module := l.compiler.Modules[file]
		for _, rule := range module.Rules {
			if strings.HasPrefix(ruleName(rule), testPrefix) {
				results = append(results, l.test(ctx, module, rule))
			}
		}
	}
	return results
}

func (l *Library) test(ctx context.Context, module *ast.Module, rule *ast.Rule) TestResult {
	ref := module.Package.Path.Append(ast.StringTerm(ruleName(rule)))
	result := TestResult{Name: dotted(ref), At: placeOf(rule.Location), Fault: "it is not true"}
	body, err := l.compiler.QueryCompiler().Compile(ast.NewBody(ast.NewExpr(ast.NewTerm(ref))))
	if err != nil {
		result.Fault = err.Error()
		return result
	}
	c := &consultation{Policy: &Policy{library: l, spent: &budget{}}, desk: l.desk}
	err = c.guarded(func(_ context.Context, w *watch) error {
		return c.transact(ctx, c.newQuery(body, nil, w), func(q *topdown.Query) error {
			return q.Iter(ctx, func(topdown.QueryResult) error {
				result.Fault = ""
				return nil
			})
		})
	})
	if err != nil {
		result.Fault = c.explain(err).Error()
	}
	return result
}

// Coverage is that of all files but those of tests, since Watch.
func (l *Library) Coverage() []Coverage {
	covered := l.tracer.Report(l.compiler.Modules)
	var list []Coverage
	for _, file := range slices.Sorted(maps.Keys(l.compiler.Modules)) {
		if isTest(file, l.compiler.Modules[file]) {
			continue
		}
		of := Coverage{File: file, Percent: 100}
		if report := covered.Files[file]; report != nil {
			of.Percent = report.Coverage
			for _, missed := range report.NotCovered {
				for line := missed.Start.Row; line <= missed.End.Row; line++ {
					of.Missed = append(of.Missed, line)
				}
			}
			slices.Sort(of.Missed)
			of.Missed = slices.Compact(of.Missed)
		}
		list = append(list, of)
	}
	return list
}

func (r TestResult) String() string {
	if r.Fault == "" {
		return r.Name + ": passed"
	}
	return fmt.Sprintf("%s: %s: %s", r.At, r.Name, r.Fault)
}
