package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/config"
)

// ruling is whether a check is run, and how severe its findings are.
type ruling struct {
	on       bool
	severity checks.Severity
}

func (r ruling) follow(rule *config.Rule) ruling {
	if rule.Enabled != nil {
		r.on = *rule.Enabled
	}
	if rule.Severity != nil {
		r.severity = *rule.Severity
	}
	return r
}

// rulesFor are the rules of the configuration that name a check, in order.
func (o *Options) rulesFor(e *checks.Entry) (rules []*config.Rule) {
	if o.Config == nil {
		return nil
	}
	for i := range o.Config.Checks {
		rule := &o.Config.Checks[i]
		if slices.ContainsFunc(rule.Globs, func(glob string) bool { return matches(glob, e) }) {
			rules = append(rules, rule)
		}
	}
	return rules
}

// severities gives checks the severity that the configuration has for them everywhere.
func (o *Options) severities() {
	if o.Config == nil || len(o.Config.Checks) == 0 {
		return
	}
	o.Checks = slices.Clone(o.Checks)
	for i := range o.Checks {
		e := &o.Checks[i]
		for _, rule := range o.rulesFor(e) {
			if rule.Severity != nil && len(rule.Paths) == 0 {
				e.Check = e.Check.As(*rule.Severity)
			}
		}
	}
}

// wanted says how a check is run that was asked for; not at all if it is nil. Where
// rules of the configuration hold in some paths only, each resource is asked.
func (o *Options) wanted(e *checks.Entry) *rule {
	if !o.asksFor(e) {
		return nil
	}
	rules := o.rulesFor(e)
	everywhere := func(r *config.Rule) bool { return len(r.Paths) == 0 }
	r := &rule{Entry: e, least: o.Severity, config: o.Config, first: ruling{on: o.byDefault(e), severity: e.Severity}}
	if o.names(e) { // a flag wins
		rules = slices.DeleteFunc(rules, func(r *config.Rule) bool { return r.Severity == nil })
		r.always = true
	}
	if slices.ContainsFunc(rules, func(r *config.Rule) bool { return !everywhere(r) }) {
		r.rules = rules
		return r
	}
	for _, rule := range rules {
		r.first = r.first.follow(rule)
	}
	if !r.first.on && !r.always || e.Severity < o.Severity {
		return nil
	}
	return r
}

// places remembers, for one root, how checks are run on what stands in a file.
type places struct {
	root  string
	runs  map[rulePlace]*checks.Entry
	holds map[configPlace]bool
}

type rulePlace struct {
	rule *rule
	file string
}

type configPlace struct {
	rule *config.Rule
	file string
}

func newPlaces(root string) *places {
	return &places{root, map[rulePlace]*checks.Entry{}, map[configPlace]bool{}}
}

// run is the check as it judges what stands in a file, nil where it does not.
func (p *places) run(r *rule, file string) *checks.Entry {
	if len(r.rules) == 0 {
		return r.Entry
	}
	at := rulePlace{r, file}
	entry, known := p.runs[at]
	if !known {
		entry = r.at(func(rule *config.Rule) bool { return p.hold(r.config, rule, file) })
		p.runs[at] = entry
	}
	return entry
}

func (p *places) hold(c *config.File, rule *config.Rule, file string) bool {
	at := configPlace{rule, file}
	holds, known := p.holds[at]
	if !known {
		holds = c.Holds(rule, file, p.root)
		p.holds[at] = holds
	}
	return holds
}

// at is the check where some rules of the configuration hold, nil where it is not run.
func (r *rule) at(holds func(*config.Rule) bool) *checks.Entry {
	now := r.first
	for _, rule := range r.rules {
		if holds(rule) {
			now = now.follow(rule)
		}
	}
	if !now.on && !r.always || now.severity < r.least {
		return nil
	}
	if now.severity == r.Severity {
		return r.Entry
	}
	return r.as(now.severity)
}

// as is the check at another severity.
func (r *rule) as(severity checks.Severity) *checks.Entry {
	r.once.Do(func() {
		for s := range r.variants {
			r.variants[s] = &checks.Entry{ID: r.ID, Path: r.Path, Check: r.Check.As(checks.Severity(s))}
		}
	})
	return r.variants[severity]
}

// unknownChecks reports rules of the configuration that name no check.
func (o *Options) unknownChecks() (diags diag.List) {
	if o.Config == nil {
		return nil
	}
	for _, rule := range o.Config.Checks {
		for _, glob := range rule.Globs {
			if o.stray(glob) {
				diags.Warnf(rule.At, "no check is called %q", glob)
			}
		}
	}
	return diags
}
