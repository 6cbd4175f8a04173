package project

import "fmt"

// CalleeResources is how many resource instances each call of Calls' module makes.
const CalleeResources = 40

// callee has no count and no for_each, so that its instances are its blocks.
var callee = []struct {
	kind  string
	times int
}{
	{"bucket", 2}, {"group", 3}, {"instance", 2}, {"database", 1}, {"role", 2},
	{"function", 1}, {"key", 1}, {"queue", 1}, {"endpoint", 2},
}

// Calls writes a root module with n calls of one module of CalleeResources resources. All of it but the calls is the same
// for every n.
func Calls(dir string, n int) error {
	p := &project{dir: dir}
	if err := p.callee("modules/tenant/"); err != nil {
		return err
	}
	main, calls := &file{}, &file{}
	main.add(render("root", names{}))
	for i := range n {
		call := named(fmt.Sprintf("tenant-%03d", i), i)
		call.Module = "./modules/tenant"
		calls.add(render("call", call))
	}
	if err := p.write("main.tf", main); err != nil {
		return err
	}
	return p.write("tenants.tf", calls)
}

func (p *project) callee(dir string) error {
	for _, fixed := range []string{"variables", "callee"} {
		f := &file{}
		f.add(render(fixed, names{}))
		if err := p.write(dir+fixed+".tf", f); err != nil {
			return err
		}
	}
	for _, c := range callee {
		f := &file{}
		for i := range c.times {
			f.add(p.next(c.kind, named(things[i], i)))
		}
		if err := p.write(dir+c.kind+".tf", f); err != nil {
			return err
		}
	}
	return nil
}

// Count writes a root module with one resource block whose count is n. Every tenth instance has a fault.
func Count(dir string, n int) error {
	p := &project{dir: dir}
	f := &file{}
	f.add(render("count", names{N: n}))
	return p.write("main.tf", f)
}
