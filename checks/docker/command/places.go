package command

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// commands forbids commands by their names.
type commands []string

func (commands) Types() string { return on }

func (names commands) Judge(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		p.Forbid(model.Is(c.Is(names...)), c.Value, "%s is run", c.Name.Text)
	}
}

// flags forbids flags of some commands.
type flags []struct {
	names []string
	flags []string
}

func (flags) Types() string { return on }

func (list flags) Judge(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		list.judge(p, c)
	}
}

// judge says once of a command that it may have one of the flags, whichever.
func (list flags) judge(p *checks.Pass, c view.Command) {
	for _, forbidden := range list {
		if !c.Is(forbidden.names...) {
			continue
		}
		if maybe := c.Has(forbidden.flags...); maybe != model.Yes {
			p.Forbid(maybe, c.Value, "%s has %s", c.Name.Text, forbidden.flags[0])
			continue
		}
		for _, flag := range forbidden.flags {
			p.Forbid(model.Is(c.Has(flag) == model.Yes), c.Value, "%s has %s", c.Name.Text, flag)
		}
	}
}

// downloads tells whether a command fetches something from the network.
func downloads(name string) bool { return name == "curl" || name == "wget" }

// address is the first argument that is an address, if there is one.
func address(c view.Command) (view.Word, bool) {
	for _, arg := range c.Args {
		if strings.HasPrefix(arg.Text, "http://") || strings.HasPrefix(arg.Text, "https://") || strings.HasPrefix(arg.Text, "ftp://") {
			return arg, true
		}
	}
	return view.Word{}, false
}
