package rego

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// ask asks the model about a condition that OPA could not decide, and says which value decides it. What the model cannot
// tell is Maybe.
func (e *estimate) ask(condition *ast.Expr) (holds model.Truth, by model.Value) {
	positive := condition
	if condition.Negated {
		positive = condition.Complement()
	}
	holds, by = e.askPositive(positive)
	if condition.Negated {
		holds = model.Not(holds)
	}
	if holds == model.Maybe && by.Why == nil {
		by = e.doubt(condition)
	}
	return holds, by
}

func (e *estimate) askPositive(condition *ast.Expr) (model.Truth, model.Value) {
	if len(condition.With) > 0 {
		return model.Maybe, model.Value{}
	}
	if term, ok := condition.Terms.(*ast.Term); ok {
		v, ok := e.resolve(term)
		if !ok {
			return model.Maybe, v
		}
		return truthy(v), v
	}
	if !condition.IsCall() {
		return model.Maybe, model.Value{}
	}
	return e.askCall(condition.Operator().String(), condition.Operands())
}

// askCall answers comparisons of a value with a constant, and questions.
func (e *estimate) askCall(name string, operands []*ast.Term) (model.Truth, model.Value) {
	if len(operands) == 0 {
		return model.Maybe, model.Value{}
	}
	if name == "eq" && len(operands) == 2 && e.isLoneName(operands[0]) {
		return e.bound(operands[1])
	}
	if len(operands) == 2 && ast.IsConstant(operands[0].Value) {
		if turned, ok := turnedAround[name]; ok {
			name, operands = turned, []*ast.Term{operands[1], operands[0]}
		}
	}
	if q := questionNamed(name); q != nil {
		return e.askQuestion(q, operands)
	}
	if bindsList(name, operands) {
		return model.Yes, model.Value{}
	}
	v, ok := e.resolve(operands[0])
	if !ok {
		return model.Maybe, v
	}
	if len(operands) != 2 || !ast.IsConstant(operands[1].Value) {
		return model.Maybe, v
	}
	return compare(name, v, operands[1].Value), v
}

// bindsList tells whether a condition only gives a name to a list, set or object that is made of others, which is always there.
func bindsList(name string, operands []*ast.Term) bool {
	if name != "eq" || len(operands) != 2 {
		return false
	}
	_, isName := operands[0].Value.(ast.Var)
	return isName && ast.IsComprehension(operands[1].Value)
}

// bound asks whether a name is bound to a term, where nothing else uses the name: whether all that the term is made of is
// there.
func (e *estimate) bound(t *ast.Term) (holds model.Truth, by model.Value) {
	holds = model.Yes
	ast.WalkTerms(t, func(part *ast.Term) bool {
		v, known := part.Value.(ast.Var)
		switch part.Value.(type) {
		case ast.Ref:
			if isSprintf(part) {
				return true
			}
			v, ok := e.resolve(part)
			answer := model.Maybe
			if ok {
				answer = there(v)
			}
			if answer < holds {
				holds, by = answer, v
			}
			return true
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			holds = min(holds, model.Maybe)
		}
		if known && v != "" {
			holds = min(holds, model.Maybe)
		}
		return false
	})
	return holds, by
}

// isSprintf tells whether a term is the name of the one built-in that has a result whatever it is given.
func isSprintf(t *ast.Term) bool { return t.Value.String() == ast.Sprintf.Name }

// turnedAround are comparisons with their sides exchanged.
var turnedAround = map[string]string{
	"eq": "eq", "equal": "equal", "neq": "neq", "lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte",
}

func (e *estimate) askQuestion(q *question, operands []*ast.Term) (model.Truth, model.Value) {
	values, ok := e.inside(operands[0])
	var by ast.Value
	if q.of != nil {
		if len(operands) != 2 || !ast.IsConstant(operands[1].Value) {
			return model.Maybe, model.Value{}
		}
		by = operands[1].Value
	}
	if !ok {
		return model.Maybe, model.Value{}
	}
	for _, v := range values {
		if v.Why != nil {
			return q.askAny(values, by), v
		}
	}
	return q.askAny(values, by), model.Value{}
}

// compare compares a value with a constant.
func compare(name string, v model.Value, with ast.Value) model.Truth {
	word, isText := with.(ast.String)
	switch name {
	case "eq", "equal":
		return equals(v, with)
	case "neq":
		return min(there(v), model.Not(equals(v, with)))
	case "startswith":
		if isText {
			return v.HasPrefix(string(word))
		}
	case "endswith":
		if isText {
			return v.Satisfies(func(s string) bool { return strings.HasSuffix(s, string(word)) })
		}
	case "internal.member_2":
		found := model.No
		each(with, func(element ast.Value) { found = max(found, equals(v, element)) })
		return found
	case "lt", "lte", "gt", "gte":
		return eachForm(v, model.No, func(known model.Value) model.Truth {
			order := asTerm(known).Compare(with)
			return model.Is(order < 0 && name[0] == 'l' || order > 0 && name[0] == 'g' || order == 0 && strings.HasSuffix(name, "te"))
		})
	}
	return model.Maybe
}

// equals asks whether a value is a constant, as OPA compares: a number is no text.
func equals(v model.Value, with ast.Value) model.Truth {
	if word, ok := with.(ast.String); ok && v.State == model.Unknown {
		why := v.Why
		if !strings.HasPrefix(string(word), why.Prefix) || !strings.HasSuffix(string(word), why.Suffix) || why.NotEmpty && word == "" {
			return model.No
		}
	}
	return eachForm(v, model.No, func(known model.Value) model.Truth { return model.Is(asTerm(known).Compare(with) == 0) })
}

// eachForm asks a question about a known value, and of one that is one of several each.
func eachForm(v model.Value, absent model.Truth, known func(model.Value) model.Truth) model.Truth {
	switch {
	case v.State == model.Absent:
		return absent
	case v.State == model.Known && whole(v):
		return known(v)
	case v.State == model.Known || len(v.Why.Alternatives) == 0:
		return model.Maybe
	}
	first := eachForm(v.Why.Alternatives[0], absent, known)
	for _, a := range v.Why.Alternatives[1:] {
		if eachForm(a, absent, known) != first {
			return model.Maybe
		}
	}
	return first
}

// truthy asks whether a value that is a condition by itself holds: it is there, and not false. What is never empty is a text.
func truthy(v model.Value) model.Truth {
	switch {
	case v.State == model.Known:
		return model.Is(v.Data != false)
	case v.State == model.Unknown && (v.Why.NotEmpty || v.Why.Prefix != ""):
		return model.Yes
	}
	return eachForm(v, model.No, func(known model.Value) model.Truth { return model.Is(known.Data != false) })
}

// there asks whether anything is written or holds by default.
func there(v model.Value) model.Truth {
	if v.State == model.Unknown && (v.Why.NotNull || v.Why.NotEmpty || v.Why.Prefix != "") {
		return model.Yes
	}
	if v.State == model.Known {
		return model.Yes
	}
	return eachForm(v, model.No, func(model.Value) model.Truth { return model.Yes })
}

// whole tells whether all of a value is known.
func whole(v model.Value) bool {
	switch data := v.Data.(type) {
	case []model.Value:
		for _, element := range data {
			if !whole(element) {
				return false
			}
		}
	case model.Members:
		for _, member := range data.All() {
			if !whole(member) {
				return false
			}
		}
	}
	return v.State != model.Unknown
}

// asTerm is a whole value in OPA's form, secrets included: it is compared and not shown.
func asTerm(v model.Value) ast.Value {
	v.Sensitive = false
	if term := partOf(v, nil, nil).term; term != nil {
		return term.Value
	}
	return ast.NullValue
}

// isLoneName tells whether a term is a variable that is used nowhere else.
func (e *estimate) isLoneName(t *ast.Term) bool {
	name, ok := t.Value.(ast.Var)
	return ok && (name.IsWildcard() || e.uses[name] == 1)
}

// resolve is the value that a term of a residual stands for; ok is false where it is none of the model.
func (e *estimate) resolve(t *ast.Term) (v model.Value, ok bool) {
	if ref, isRef := t.Value.(ast.Ref); isRef {
		if !ref.HasPrefix(ast.InputRootRef) || !ref.IsGround() {
			return model.Value{}, false
		}
		v := e.valueAt(ref)
		return v, true
	}
	if ast.IsConstant(t.Value) {
		return valueOf(t.Value), true
	}
	return model.Value{}, false
}

// doubt is the value for whose sake a condition is not decided: the first leaf that it looks at.
func (e *estimate) doubt(condition *ast.Expr) model.Value {
	found := model.Value{}
	ast.WalkRefs(condition, func(ref ast.Ref) bool {
		for _, l := range e.leaves {
			if found.Why == nil && ref.HasPrefix(ast.InputRootRef) && overlap(ref, l.ref) {
				found = l.value
				if found.State == model.Known {
					found = model.Undecided("its value is a secret, which policies are not shown", found.Origin)
				}
			}
		}
		return false
	})
	return found
}

// each calls do for the elements of a list or set.
func each(v ast.Value, do func(ast.Value)) {
	if list, ok := v.(interface{ Foreach(func(*ast.Term)) }); ok {
		list.Foreach(func(t *ast.Term) { do(t.Value) })
	}
}
