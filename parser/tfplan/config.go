package tfplan

import (
	"path"
	"slices"
	"strings"
)

// config finds the expressions that the author wrote, and follows the
// references in them through module arguments and outputs. A plan does not
// hold locals: a reference to one leads nowhere.
type config struct {
	modules map[string]*configModule // by path without keys
	// instances are the addresses of all instances by block within its module
	// instance.
	instances map[string][]string
	known     map[string]*instance // by address
	steps     int                  // left for the expression that is followed
}

// maxSteps bounds what one expression may lead to: a plan that Terraform did not
// write could branch without end.
const maxSteps = 10_000

// configModule is one module of the configuration.
type configModule struct {
	*moduleConfig
	call      *callConfig // nil for the root
	folder    string      // the same for all calls of one module
	resources map[string]*blockConfig
}

func newConfig(c *configuration, known map[string]*instance) *config {
	if c == nil || c.RootModule == nil {
		return nil
	}
	out := &config{modules: make(map[string]*configModule), instances: make(map[string][]string), known: known}
	out.add("", ".", c.RootModule, nil)
	return out
}

func (c *config) add(address, folder string, m *moduleConfig, call *callConfig) {
	if m == nil {
		return
	}
	entry := &configModule{m, call, folder, make(map[string]*blockConfig, len(m.Resources))}
	for _, r := range m.Resources {
		if r != nil {
			entry.resources[r.Address] = r
		}
	}
	c.modules[address] = entry
	for name, call := range m.ModuleCalls {
		if call == nil {
			continue
		}
		inner := call.Source + "@" + call.Version
		if strings.HasPrefix(inner, ".") {
			inner = path.Join(folder, call.Source)
		}
		c.add(within(address, "module."+name), inner, call.Module, call)
	}
}

// target is what a reference turns out to mean.
type target struct {
	address string // of a resource instance, or of a variable of the root
	attr    string
	isVar   bool
	several bool // address is that of a block, and any of its instances may be meant
}

// standpoint is where an expression stands: the block instance in which
// each.key, each.value and count.index are that instance's.
type standpoint struct {
	module, key string
	forEach     any // the expression, nil where the block has none
}

// maxModules is how many module calls a value may have come through.
const maxModules = 64

// follow resolves the references of an expression.
func (c *config) follow(refs []string, from standpoint, depth int) []target {
	var found []target
	if c == nil || depth > maxModules {
		return nil
	}
	if depth == 0 {
		c.steps = maxSteps
	}
	keyed := slices.Contains(refs, "each.key") || slices.Contains(refs, "each.value") || slices.Contains(refs, "count.index")
	for i, ref := range refs {
		if c.steps--; c.steps < 0 {
			break
		}
		if i > 0 && refersWithin(refs[i-1], ref) {
			continue // the list goes on with the same reference, shortened
		}
		key := ""
		if keyed {
			key = from.key
		}
		found = append(found, c.one(ref, from, key, depth)...)
	}
	return unique(found)
}

// unique keeps the first of each, in order.
func unique(targets []target) []target {
	if len(targets) < 2 {
		return targets
	}
	met := make(map[target]bool, len(targets))
	return slices.DeleteFunc(targets, func(t target) bool {
		twice := met[t]
		met[t] = true
		return twice
	})
}

// refersWithin tells whether long starts with short.
func refersWithin(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && rest != "" && (rest[0] == '.' || rest[0] == '[')
}

// one resolves one reference. key is the instance key that an index in it is
// likely to be.
func (c *config) one(ref string, from standpoint, key string, depth int) []target {
	module := from.module
	word, rest := cutName(ref)
	switch word {
	case "var":
		return c.variable(rest, module, depth)
	case "module":
		return c.output(ref, module, key, depth)
	case "each":
		return c.eachValue(rest, from, depth)
	case "local", "count", "path", "terraform", "self":
		return nil
	}
	a, attr, ok := splitAddress(ref)
	if !ok {
		return nil
	}
	attr, _ = cutName(attr)
	block := within(module, a.local())
	if a.key != "" {
		return []target{{address: block + a.key, attr: attr}}
	}
	instances := c.instances[block]
	if key != "" && c.known[block+key] != nil {
		return []target{{address: block + key, attr: attr}}
	}
	if len(instances) == 1 {
		return []target{{address: instances[0], attr: attr}}
	}
	return []target{{address: block, attr: attr, several: len(instances) > 1}}
}

// eachValue follows each.value.ATTR where for_each is made of one other block: it
// is then the instance of the same key.
func (c *config) eachValue(rest string, from standpoint, depth int) []target {
	word, attr := cutName(rest)
	if word != "value" {
		return nil
	}
	around := standpoint{module: from.module}
	found := c.follow(references(from.forEach), around, depth+1)
	if len(found) != 1 || found[0].isVar || found[0].attr != "" {
		return nil
	}
	attr, _ = cutName(attr)
	same := found[0].address + from.key
	if !found[0].several || c.known[same] == nil {
		same = found[0].address
	}
	return []target{{address: same, attr: attr, several: attr == "" || same == found[0].address}}
}

// variable follows a module's input to what its caller gives.
func (c *config) variable(rest, module string, depth int) []target {
	name, _ := cutName(rest)
	if module == "" {
		return []target{{address: "var." + name, isVar: true}}
	}
	here := c.modules[keyless(module)]
	if here == nil || here.call == nil {
		return nil
	}
	parent, key := parentOf(module)
	return c.follow(references(here.call.given(name)), standpoint{parent, key, here.call.ForEach.value}, depth+1)
}

// given is the expression of an argument.
func (c *callConfig) given(name string) any {
	arguments, _ := c.Expressions.value.(object)
	return arguments.at(name)
}

// output follows module.NAME[KEY].OUTPUT to what the output refers to.
func (c *config) output(ref, module, key string, depth int) []target {
	_, rest := cutName(ref)
	name, rest := cutName(rest)
	index, rest := cutKey(rest)
	if index == "" {
		index = key
	}
	out, _ := cutName(strings.TrimPrefix(rest, "."))
	called := within(module, "module."+name)
	here := c.modules[keyless(called)]
	if here == nil || here.call == nil || here.Outputs[out] == nil {
		return nil
	}
	if here.call.Count.value == nil && here.call.ForEach.value == nil {
		index = ""
	}
	return c.follow(references(here.Outputs[out].Expression.value), standpoint{module: called + index}, depth+1)
}

// keyless is an address of a module without its keys.
func keyless(module string) string {
	a, _, _ := splitAddress(within(module, "x.x"))
	return strings.TrimSuffix(strings.TrimSuffix(a.block(), "x.x"), ".")
}

// parentOf is the address of the module around, and the key of this one in it.
func parentOf(module string) (parent, key string) {
	a, _, _ := splitAddress(within(module, "x.x"))
	last := a.modules[len(a.modules)-1]
	a.modules = a.modules[:len(a.modules)-1]
	return a.module(), last.key
}
