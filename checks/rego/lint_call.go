package rego

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model/diag"
)

// lintCalls looks at what functions ask of their arguments, and object.get of an object: a slip in a name is the same as
// outside of them. A function may be given now this and now that; what is wrong there is so whatever it is given.
func (p *Policy) lintCalls(rules []*ast.Rule, diags *diag.List) {
	l := &callLint{policy: p, functions: map[*ast.Rule]*asked{}}
	for _, rule := range rules {
		if len(rule.Head.Args) == 0 {
			l.look(rule, rule, nil)
		}
	}
	for _, rule := range rules {
		if f := l.functions[rule]; f != nil {
			for _, d := range f.faults {
				if f.wrong[d.String()] == f.times && !slices.ContainsFunc(*diags, func(o diag.Diagnostic) bool { return o.String() == d.String() }) {
					diags.Add(d)
				}
			}
		}
	}
}

// mostCalls bounds how many calls of one function are looked at.
const mostCalls = 100

type callLint struct {
	policy    *Policy
	functions map[*ast.Rule]*asked
}

// asked is what is wrong with a rule, by how many of its calls.
type asked struct {
	times  int
	faults diag.List
	wrong  map[string]int
}

// look looks at a rule as it is written, or as it reads in one call, where its arguments are given.
func (l *callLint) look(rule, read *ast.Rule, given map[ast.Var]ast.Ref) {
	f := l.functions[rule]
	if f == nil {
		f = &asked{wrong: map[string]int{}}
		l.functions[rule] = f
	}
	if f.times++; f.times > mostCalls { // so nothing is said of all calls
		return
	}
	met := map[string]bool{}
	fault := func(at *ast.Location, text string) {
		d := diag.Diagnostic{Severity: diag.Error, Range: placeOf(at), Summary: text}
		if text == "" || met[d.String()] {
			return
		}
		met[d.String()] = true
		if f.wrong[d.String()]++; f.wrong[d.String()] == 1 {
			f.faults.Add(d)
		}
	}
	read = withElements(read)
	for _, ref := range inputRefs(read, rule.Location) {
		fault(ref.at, l.policy.refFault(ref.Ref))
	}
	names := aliases(read)
	maps.Copy(names, given)
	ast.WalkExprs(read, func(e *ast.Expr) bool {
		if e.IsCall() {
			l.call(e, names, fault)
		}
		return false
	})
}

// withElements is a rule in which the elements that "every" goes through are places in the input, where they are.
func withElements(rule *ast.Rule) *ast.Rule {
	names, elements := aliases(rule), map[ast.Var]ast.Ref{}
	ast.WalkExprs(rule, func(e *ast.Expr) bool {
		if every, ok := e.Terms.(*ast.Every); ok {
			name, isVar := every.Value.Value.(ast.Var)
			if place := placeIn(every.Domain, names); isVar && place != nil {
				elements[name] = place.Append(ast.VarTerm("element"))
			}
		}
		return false
	})
	if len(elements) == 0 {
		return rule
	}
	read := rule.Copy()
	substitute(read, elements)
	spellOut(read)
	return read
}

func (l *callLint) call(e *ast.Expr, names map[ast.Var]ast.Ref, fault func(*ast.Location, string)) {
	operands, operator := e.Operands(), e.Operator()
	if operator.String() == ast.ObjectGet.Name && len(operands) > 1 {
		if place := placeIn(operands[0], names); place != nil {
			fault(e.Location, l.policy.refFault(place.Concat(keysOf(operands[1]))))
		}
		return
	}
	if !operator.HasPrefix(ast.DefaultRootRef) {
		return
	}
	for _, function := range l.policy.library.rulesAt(operator) {
		given := map[ast.Var]ast.Ref{}
		for i, arg := range function.Head.Args {
			name, isVar := arg.Value.(ast.Var)
			if place := placeIn(operands[i], names); isVar && place != nil {
				given[name] = place
			}
		}
		read := function.Copy()
		if substitute(read, given) {
			spellOut(read)
		}
		l.look(function, read, given)
	}
}

// placeIn is the place in the input that a term stands for, or nil.
func placeIn(t *ast.Term, names map[ast.Var]ast.Ref) ast.Ref {
	switch v := t.Value.(type) {
	case ast.Var:
		return names[v]
	case ast.Ref:
		if v.HasPrefix(ast.InputRootRef) {
			return v
		}
	}
	return nil
}

// keysOf is the key that object.get is given, or the path of keys.
func keysOf(t *ast.Term) []*ast.Term {
	list, isList := t.Value.(*ast.Array)
	if !isList {
		return []*ast.Term{t}
	}
	var keys []*ast.Term
	list.Foreach(func(key *ast.Term) { keys = append(keys, key) })
	return keys
}
