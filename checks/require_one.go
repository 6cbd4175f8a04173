package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// RequireOne wants one of several conditions to hold: the place to report is that
// of the first. Says is the message; without it the message says what each is.
type RequireOne struct {
	Type string
	Of   []Condition
	When []Condition
	Says string
}

// RequireDeclared wants a companion to be declared for a resource. Path is the place
// onto which it is folded, What is what a message calls it.
type RequireDeclared struct {
	Type, Path, What string
	When             []Condition
}

// Every wants all of its rules to hold, each of the types that it judges.
type Every []Rule

func (c RequireOne) Types() string      { return c.Type }
func (c RequireDeclared) Types() string { return c.Type }

// Types names each type once, though several rules judge it.
func (c Every) Types() string {
	var types []string
	for _, rule := range c {
		types = append(types, strings.Fields(rule.Types())...)
	}
	slices.Sort(types)
	return strings.Join(slices.Compact(types), " ")
}

func (c RequireOne) Judge(p *Pass, r *model.Resource) {
	held := model.No
	for _, condition := range c.Of {
		held = max(held, condition.holds(r.At(condition.Path)))
	}
	fault := min(p.under(c.When, r.At), model.Not(held))
	p.Forbid(fault, r.At(c.Of[0].Path), "%s", c.said(r))
}

func (c RequireOne) said(r *model.Resource) string {
	if c.Says != "" {
		return c.Says
	}
	said := make([]string, len(c.Of))
	for i, condition := range c.Of {
		v := r.At(condition.Path)
		said[i] = fmt.Sprintf("%s is %v", v.Origin.Name, Said(v))
	}
	return strings.Join(said, ", and ")
}

func (c RequireDeclared) Judge(p *Pass, r *model.Resource) {
	fault := min(p.under(c.When, r.At), model.Not(Declared(r, c.Path)))
	p.Forbid(fault, r.At(c.Path), "no %s is declared", c.What)
}

func (c Every) Judge(p *Pass, r *model.Resource) {
	for _, rule := range c {
		if isAmong(rule.Types(), r.Type) {
			rule.Judge(p, r)
		}
	}
}

func isAmong(types, typ string) bool {
	for t := range strings.FieldsSeq(types) {
		if t == typ {
			return true
		}
	}
	return false
}
