package ec2

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// These types hold rules by which traffic comes in or goes out.
const (
	groupRules  = "aws_security_group aws_default_security_group aws_security_group_rule aws_vpc_security_group_ingress_rule"
	groupEgress = "aws_security_group aws_default_security_group aws_security_group_rule aws_vpc_security_group_egress_rule"
	aclRules    = "aws_network_acl aws_default_network_acl aws_network_acl_rule"
)

// openPorts forbids that the internet reaches any of the ports over TCP: without it
// SSH, FTP, HTTP and Remote Desktop, which only then uses UDP too, cannot be spoken.
type openPorts struct {
	Type  string
	Ports []int
}

// openServices forbids that the internet reaches any of the ports, of which one
// finding tells.
type openServices struct {
	Type  string
	Ports []port
}

// forbidRule forbids what Is asks of a rule for traffic coming in, or going out. Says
// is the message, in which %v is the source or, going out, the destination.
type forbidRule struct {
	Type string
	Out  bool
	Is   func(*view.Rule) model.Truth
	Says string
}

// forbidRange forbids that a rule is for more than one port. One that names no source opens
// none, and is meant to: EC2 wants it to name one.
type forbidRange struct {
	Type string
	Out  bool
}

// forbidAllProtocols forbids that somebody writes a rule for all protocols, be it without
// a source.
type forbidAllProtocols struct {
	Type string
	Out  bool
}

func (c openPorts) Types() string          { return c.Type }
func (c openServices) Types() string       { return c.Type }
func (c forbidRule) Types() string         { return c.Type }
func (c forbidRange) Types() string        { return c.Type }
func (c forbidAllProtocols) Types() string { return c.Type }

func (c openPorts) Judge(p *checks.Pass, r *model.Resource) {
	for rule := range fromAnywhere(p, view.Ingress(r)) {
		rule = rule.Over("tcp")
		for _, number := range c.Ports {
			forbid(p, min(rule.Admits(number), rule.FromAnywhere()), rule, "port %d is open to %v", number, source{rule})
		}
	}
}

func (c openServices) Judge(p *checks.Pass, r *model.Resource) {
	for rule := range fromAnywhere(p, view.Ingress(r)) {
		fault, which := admitted(rule, c.Ports)
		forbid(p, min(fault, rule.FromAnywhere()), rule, "%s open to %v", which, source{rule})
	}
}

func (c forbidRule) Judge(p *checks.Pass, r *model.Resource) {
	for rule := range ways(r, c.Out) {
		forbid(p, c.Is(rule), rule, c.Says, source{rule})
	}
}

// forbid judges a rule at its source. Where that is known, what else is not known
// says why the verdict is not.
func forbid(p *checks.Pass, fault model.Truth, rule *view.Rule, format string, args ...any) {
	p.HingesOn(rule.From, rule.To, rule.Protocol, heldBy(rule.Source))
	p.Forbid(fault, rule.Source, format, args...)
}

// heldBy is what a prefix list that is named by its id holds: addresses that the code does not tell.
func heldBy(source model.Value) model.Value {
	id, _ := source.Data.(string)
	if !strings.HasPrefix(id, "pl-") {
		return model.Value{}
	}
	return model.Undecided("what "+id+" holds is not written here", source.Origin)
}

// source is how a message puts the source of a rule: one of several by these.
type source struct{ *view.Rule }

func (s source) String() string {
	if text := s.Subject(); text != model.UnknownText {
		return text
	}
	return checks.Said(s.Source)
}

func (c forbidRange) Judge(p *checks.Pass, r *model.Resource) {
	for rule := range ways(r, c.Out) {
		p.Forbid(spans(rule), rule.From, "ports %v to %v are open", rule.From, rule.To)
	}
	for rule := range view.Sourceless(r, direction(c.Out)) {
		p.Forbid(spans(rule), rule.From, "ports %v to %v are to be open", rule.From, rule.To)
	}
}

func (c forbidAllProtocols) Judge(p *checks.Pass, r *model.Resource) {
	for rule := range ways(r, c.Out) {
		written := model.Is(!rule.Source.Defaulted) // what a group starts out with is open egress, which EgressOpenToWorld reports
		forbid(p, min(written, rule.AllTraffic()), rule, "every protocol is open to %v", source{rule})
	}
	for rule := range view.Sourceless(r, direction(c.Out)) {
		p.Forbid(rule.AllTraffic(), rule.Protocol, "every protocol is to be open")
	}
}

func ways(r *model.Resource, out bool) iter.Seq[*view.Rule] {
	if out {
		return view.Egress(r)
	}
	return view.Ingress(r)
}

func direction(out bool) view.Direction {
	if out {
		return view.Out
	}
	return view.In
}

// fromAnywhere yields the rules that may let the internet in. The others are
// judged thereby, and most rules are among them.
func fromAnywhere(p *checks.Pass, rules iter.Seq[*view.Rule]) iter.Seq[*view.Rule] {
	return func(yield func(*view.Rule) bool) {
		for r := range rules {
			if r.FromAnywhere() == model.No {
				p.Forbid(model.No, r.Source, "")
			} else if !yield(r) {
				return
			}
		}
	}
}

// allToAnywhere asks whether a rule is for all ports and the whole internet.
func allToAnywhere(r *view.Rule) model.Truth { return min(r.AllPorts(), r.FromAnywhere()) }

// spans asks whether a rule is for more than one port of TCP or UDP. One for all
// protocols has a check of its own.
func spans(rule *view.Rule) model.Truth {
	different := model.Is(!model.Same(rule.From, rule.To))
	if rule.From.State == model.Unknown || rule.To.State == model.Unknown {
		different = min(model.Maybe, different)
	}
	return min(max(rule.Carries("tcp"), rule.Carries("udp")), model.Not(rule.AllTraffic()), different)
}
