package project

import (
	"errors"
	"fmt"
)

// What Flat writes. A module is twelve files, and so is the root.
const (
	FlatFiles = 1800
	FlatLines = 140_000

	filesPerModule = 12
	flatModules    = FlatFiles/filesPerModule - 1
	teamModules    = flatModules - 1 // two files for each of twelve teams are as many as two modules have
)

var (
	teams = []string{
		"billing", "catalog", "checkout", "delivery", "identity", "insight",
		"ledger", "partner", "payment", "pricing", "search", "support",
	}
	services = []string{
		"api", "archive", "audit", "batch", "cache", "events", "export",
		"gateway", "import", "index", "mail", "portal", "worker",
	}
	// things name the stanzas of a file. Equal words in several files of a module belong together, which is how an output can
	// tell of a thing's bucket and queue.
	things = []string{
		"order-events", "invoices", "customers", "sessions", "shipments", "refunds", "reports", "uploads",
		"snapshots", "metrics", "contracts", "quotes", "vouchers", "returns", "receipts", "alerts",
	}
)

// layout is what the files of a module hold: a part that is always there, then stanzas in turn until the file is long enough.
var layout = []struct {
	name  string
	fixed string
	kinds []string
}{
	{name: "variables.tf", fixed: "variables"},
	{name: "outputs.tf", fixed: "output"},
	{name: "main.tf", fixed: "network", kinds: []string{"endpoint"}},
	{name: "groups.tf", kinds: []string{"group", "rules"}},
	{name: "storage.tf", kinds: []string{"bucket"}},
	{name: "compute.tf", kinds: []string{"instance"}},
	{name: "databases.tf", kinds: []string{"database"}},
	{name: "iam.tf", kinds: []string{"role"}},
	{name: "functions.tf", kinds: []string{"function"}},
	{name: "keys.tf", kinds: []string{"key"}},
	{name: "queues.tf", kinds: []string{"queue"}},
	{name: "balancers.tf", kinds: []string{"balancer"}},
}

// Teams writes as many files and lines as Flat in as many modules but one, which the root modules of the teams call: each
// about a twelfth of them.
func Teams(dir string) error {
	p := &project{dir: dir}
	for i, team := range teams {
		main, calls := &file{}, &file{}
		main.add(render("root", names{}))
		for module := i; module < teamModules; module += len(teams) {
			calls.add(renderCall("../../modules/", module))
		}
		if err := errors.Join(p.write("teams/"+team+"/main.tf", main), p.write("teams/"+team+"/services.tf", calls)); err != nil {
			return err
		}
	}
	for i := range teamModules {
		if err := p.flatModule(ModuleName(i)); err != nil {
			return err
		}
	}
	return nil
}

// Flat writes a root module that calls 149 modules once each: FlatFiles files, FlatLines lines but for a few.
func Flat(dir string) error {
	p := &project{dir: dir}
	if err := p.flatRoot(); err != nil {
		return err
	}
	for i := range flatModules {
		if err := p.flatModule(ModuleName(i)); err != nil {
			return err
		}
	}
	return nil
}

// ModuleName is the name of module i of a large project, and of its folder in modules.
func ModuleName(i int) string {
	return teams[i%len(teams)] + "-" + services[i/len(teams)]
}

// flatRoot spreads the calls over as many files as a module has.
func (p *project) flatRoot() error {
	main := &file{}
	main.add(render("root", names{}))
	if err := p.write("main.tf", main); err != nil {
		return err
	}
	const callFiles = filesPerModule - 1
	for part := range callFiles {
		calls := &file{}
		for i := part; i < flatModules; i += callFiles {
			calls.add(renderCall("./modules/", i))
		}
		if err := p.write(fmt.Sprintf("services_%02d.tf", part), calls); err != nil {
			return err
		}
	}
	return nil
}

// renderCall is the call of a module that lies in a folder of modules.
func renderCall(folder string, i int) []byte {
	n := named(ModuleName(i), i)
	n.Module = folder + n.Label
	return render("call", n)
}

func (p *project) flatModule(module string) error {
	for _, l := range layout {
		f := &file{}
		if l.fixed != "" {
			f.add(render(l.fixed, named(things[0], 0)))
		}
		p.fill(f, l.kinds)
		if err := p.write("modules/"+module+"/"+l.name, f); err != nil {
			return err
		}
	}
	return nil
}

// fill adds stanzas until another would bring the project's lines farther from where they should be after this file. The
// first is added in any case: outputs and callers count on it.
func (p *project) fill(f *file, kinds []string) {
	if len(kinds) == 0 {
		return
	}
	goal := (p.files + 1) * FlatLines / FlatFiles
	last := 0
	for i, thing := range things {
		missing := goal - p.lines - f.lines
		if i > 0 && missing < last/2 {
			return
		}
		before := f.lines
		f.add(p.next(kinds[i%len(kinds)], named(thing, i)))
		last = f.lines - before
	}
}
