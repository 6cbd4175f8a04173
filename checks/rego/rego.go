// Package rego judges resources by policies in Rego, the language of the Open Policy Agent. It is the only package that
// knows OPA.
//
// A policy is a package with annotations and a rule "deny", which is asked of each resource of the types that the annotations
// name. Values that are not known are declared to OPA as unknown: what it can only evaluate in part leaves a residual,
// which is asked of the model once more, and where that does not know either the verdict is unknown.
//
// Policies have no network, no files, no clock and no chance: OPA's built-ins for these are not there. Time and memory
// of each evaluation are bounded.
package rego

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Module is a file of Rego.
type Module struct {
	File string
	Text []byte
}

// Library is what was compiled together: policies, their helpers, their tests and their data.
type Library struct {
	// Policies are sorted by id.
	Policies []*Policy

	*desk   // where it was compiled first
	data    map[string]any
	modules map[string]*ast.Module
	tracer  *tracer // nil unless coverage is wanted

	mu   sync.Mutex
	free []*desk
}

// Policy is a package of Rego as the rule of a check.
type Policy struct {
	meta.Meta
	File string // that has the annotations

	library *Library
	pkg     ast.Ref
	// refs are the places of the input that the policy looks at.
	refs []inputRef
	// members of input.resource that it looks at, and the paths of its policy documents.
	members, documents []string
	// scopeTypes are the types whose resources it looks up, scopeMembers the members of these.
	scopeTypes, scopeMembers []string
	spent                    *budget
}

// Compile makes policies of modules. Without a fault in any of them there are no diagnostics of severity error.
func Compile(modules []Module, data map[string]any) (*Library, diag.List) {
	l := &Library{modules: map[string]*ast.Module{}, data: data}
	var diags diag.List
	described := map[string]*meta.Meta{} // by package
	for _, m := range modules {
		l.parse(m, described, &diags)
	}
	if diags.HasErrors() {
		return l, diags
	}
	l.desk = l.newDesk()
	l.free = []*desk{l.desk}
	for _, err := range l.compiler.Errors {
		report(&diags, "", err)
	}
	if diags.HasErrors() {
		return l, diags
	}
	for _, pkg := range l.packages() {
		l.policy(pkg, described[pkg.Path.String()], &diags)
	}
	slices.SortFunc(l.Policies, func(a, b *Policy) int { return strings.Compare(a.ID, b.ID) })
	return l, diags
}

func (l *Library) parse(m Module, described map[string]*meta.Meta, diags *diag.List) {
	module, err := ast.ParseModuleWithOpts(m.File, string(m.Text), ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: capabilities()})
	if err != nil {
		report(diags, m.File, err)
		return
	}
	if module == nil {
		diags.Errorf(placeOf(ast.NewLocation(nil, m.File, 1, 1)), "the file is empty")
		return
	}
	l.modules[m.File] = module
	about := annotations(m, module, diags)
	if about == nil {
		return
	}
	name := module.Package.Path.String()
	if first := described[name]; first != nil {
		diags.Errorf(about.At, "%s is described in %s already", name, first.At)
		return
	}
	described[name] = about
}

func newCompiler() *ast.Compiler {
	return ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithStrict(true).
		WithStageAfterID(ast.StageRewriteLocalVars, ast.CompilerStageDefinition{
			Name: "WrapQuestions", MetricName: "compile_stage_wrap_questions", Stage: wrapQuestions,
		}).
		WithStageAfterID(ast.StageRewriteDynamicTerms, ast.CompilerStageDefinition{
			Name: "SpellOutAliases", MetricName: "compile_stage_spell_out_aliases", Stage: spellOutAliases,
		})
}

// packages are those that may be policies, each once, in the order of the files.
func (l *Library) packages() []*ast.Package {
	var found []*ast.Package
	for _, file := range slices.Sorted(maps.Keys(l.modules)) {
		module := l.compiler.Modules[file]
		known := func(p *ast.Package) bool { return p.Path.Equal(module.Package.Path) }
		if !isTest(file, module) && !slices.ContainsFunc(found, known) {
			found = append(found, module.Package)
		}
	}
	return found
}

// policy makes a policy of a package, unless it is a library of others.
func (l *Library) policy(pkg *ast.Package, about *meta.Meta, diags *diag.List) {
	deny := l.compiler.GetRulesExact(pkg.Path.Append(ast.StringTerm(denyRule)))
	switch {
	case len(deny) == 0 && (about == nil || len(about.Types) == 0):
		return
	case about == nil:
		diags.Errorf(placeOf(pkg.Location), "%s denies something, and no annotations say of what: write # METADATA above the package", dotted(pkg.Path))
		return
	case len(deny) == 0:
		diags.Errorf(about.At, "%s can never apply: it has no rule %q", dotted(pkg.Path), denyRule)
		return
	}
	p := &Policy{Meta: *about, File: about.At.File, library: l, pkg: pkg.Path, spent: &budget{}}
	if p.ID == "" {
		p.ID = meta.Name(dotted(p.pkg))
	}
	p.Finish(diags)
	for _, rule := range deny {
		if rule.Head.RuleKind() != ast.MultiValue || len(rule.Head.Args) > 0 {
			diags.Errorf(placeOf(rule.Location), "deny is a set: write deny contains \"PATH\" if { … }")
			return
		}
	}
	if _, err := l.query(p); err != nil {
		report(diags, p.File, err)
		return
	}
	p.lint(deny, diags)
	l.Policies = append(l.Policies, p)
}

// denyRule is the rule whose elements are findings.
const denyRule = "deny"

// answerVar is the variable that stands for an element of deny.
var answerVar = ast.Var("finding")

// dotted is a package as its author writes it.
func dotted(pkg ast.Ref) string { return strings.TrimPrefix(pkg.String(), "data.") }

// placeOf is a place in a policy.
func placeOf(at *ast.Location) model.Range {
	if at == nil {
		return model.Range{}
	}
	start := model.Pos{Line: int32(max(at.Row, 1)), Column: int32(max(at.Col, 1))} // an empty file has no row
	return model.Range{File: at.File, Start: start, End: start}
}

// report adds what OPA has against a policy.
func report(diags *diag.List, file string, err error) {
	var many ast.Errors
	var one *ast.Error
	switch {
	case errors.As(err, &many):
		for _, e := range many {
			report(diags, file, e)
		}
	case errors.As(err, &one):
		at := placeOf(one.Location)
		if at.File == "" {
			at.File = file
		}
		diags.Errorf(at, "%s", one.Message+hint(one))
	default:
		diags.Errorf(placeOf(ast.NewLocation(nil, file, 1, 1)), "%v", err)
	}
}

// hint says why something that OPA has is not there.
func hint(err *ast.Error) string {
	name, ok := strings.CutPrefix(err.Message, "undefined function ")
	switch name = strings.TrimSpace(name); {
	case ok && name == unbounded:
		return ": its result may have any size"
	case ok && isForbidden(name):
		return ": policies have no network, no files and no clock"
	}
	return ""
}

func isTest(file string, module *ast.Module) bool {
	if strings.HasSuffix(file, "_test.rego") {
		return true
	}
	tests := 0
	for _, rule := range module.Rules {
		if strings.HasPrefix(ruleName(rule), testPrefix) {
			tests++
		}
	}
	return tests > 0 && tests == len(module.Rules)
}

// ruleName is the first word of a rule's name.
func ruleName(rule *ast.Rule) string {
	ref := rule.Head.Ref()
	if len(ref) == 0 {
		return ""
	}
	return strings.Trim(fmt.Sprint(ref[0].Value), `"`)
}
