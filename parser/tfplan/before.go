package tfplan

import (
	"encoding/json"
	"slices"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/lintel-iac/lintel/model"
)

// before is the root as it was before the plan, at the addresses that the plan
// gives it. It is the scope itself where the plan changes nothing, and nil where
// the plan does not say what was there.
func (l *planned) before(p *plan) *model.Scope {
	switch {
	case len(p.ResourceChanges) == 0:
		return nil
	case p.changesNothing():
		return l.scope
	}
	b := &planned{
		scope: &model.Scope{Root: l.scope.Root, Format: model.TerraformPlan},
		at:    l.at, instances: make(map[string]*instance), decoder: l.decoder,
	}
	b.config = newConfig(p.Config, b.instances)
	b.declarations(p.Config)
	var order []string
	if p.PriorState != nil && p.PriorState.Values != nil {
		prior := p.PriorState.Values.RootModule
		prior.readdress(p.arrivals(), prior.addresses(nil))
		order = b.index(prior, order, func(*stateResource) bool { return true })
	}
	// What is imported, or all if the prior state was cut out of the plan.
	order = b.index(p.replaced(), order, func(*stateResource) bool { return true })
	b.addAll(order)
	for _, c := range p.ResourceChanges {
		if i := b.instances[c.Address]; i != nil && c.forgets() {
			i.lowered.Forgotten = true
		} else if i != nil && c.replaces() {
			i.lowered.Replaced = true
		}
	}
	return b.scope
}

func (c *resourceChange) isCurrent() bool { return c.Change != nil && c.Deposed == "" }

func (c *resourceChange) forgets() bool {
	return c.isCurrent() && slices.Equal(c.Change.Actions, []string{"forget"})
}

// replaces tells a change that deletes what is there and makes it anew, in either order.
func (c *resourceChange) replaces() bool {
	return c.isCurrent() && slices.Contains(c.Change.Actions, "delete") && slices.Contains(c.Change.Actions, "create")
}

// changesNothing tells a plan of which all that is there stays as it is.
func (p *plan) changesNothing() bool {
	changes := func(c resourceChange) bool {
		actions := []string(nil)
		if c.isCurrent() {
			actions = c.Change.Actions
		}
		return c.PreviousAddress != "" || !slices.Equal(actions, []string{"no-op"})
	}
	return !slices.ContainsFunc(p.ResourceChanges, changes)
}

// formerly are the addresses that resources had before the plan, by those that it
// gives them.
func (p *plan) formerly() map[string]string {
	var moved map[string]string
	for _, c := range p.ResourceChanges {
		if c.isCurrent() && c.PreviousAddress != "" && c.PreviousAddress != c.Address {
			if moved == nil {
				moved = make(map[string]string)
			}
			moved[c.Address] = c.PreviousAddress
		}
	}
	return moved
}

// arrivals are the inverse.
func (p *plan) arrivals() map[string]string {
	to := make(map[string]string)
	for now, was := range p.formerly() {
		to[was] = now
	}
	return to
}

// readdress gives resources of a prior state the addresses of the plan, where
// these are not there yet: Terraform has done so, others may not.
func (m *stateModule) readdress(to map[string]string, there []string) {
	if m == nil || len(to) == 0 {
		return
	}
	for i := range m.Resources {
		if now, moved := to[m.Resources[i].Address]; moved && !slices.Contains(there, now) {
			m.Resources[i].Address = now
		}
	}
	for _, child := range m.ChildModules {
		child.readdress(to, there)
	}
}

// addresses appends those of all resources.
func (m *stateModule) addresses(to []string) []string {
	if m == nil {
		return to
	}
	for i := range m.Resources {
		to = append(to, m.Resources[i].Address)
	}
	for _, child := range m.ChildModules {
		to = child.addresses(to)
	}
	return to
}

// replaced are the values that the changes say were there before them.
func (p *plan) replaced() *stateModule {
	was := &stateModule{}
	for _, c := range p.ResourceChanges {
		if c.isCurrent() && c.Mode != tfjson.DataResourceMode && isObject(c.Change.Before) {
			a, _, _ := splitAddress(c.Address)
			was.Resources = append(was.Resources, stateResource{
				Address: c.Address, Mode: c.Mode, Type: a.typ, Values: c.Change.Before, SensitiveValues: c.Change.BeforeSensitive,
			})
		}
	}
	return was
}

func isObject(text json.RawMessage) bool { return len(text) > 0 && text[0] == '{' }
