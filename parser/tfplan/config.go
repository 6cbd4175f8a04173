package tfplan

import (
	"slices"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
)

// config finds the expressions that the author wrote, and follows the
// references in them through module arguments and outputs. A plan does not
// hold locals: a reference to one leads nowhere.
type config struct {
	root    *tfjson.ConfigModule
	modules map[string]*configModule // by path without keys
	// instances are the addresses of all instances by block.
	instances map[string][]string
}

// configModule is one module of the configuration.
type configModule struct {
	*tfjson.ConfigModule
	call      *tfjson.ModuleCall
	parent    string
	resources map[string]*tfjson.ConfigResource
}

func newConfig(c *tfjson.Config) *config {
	if c == nil || c.RootModule == nil {
		return nil
	}
	out := &config{root: c.RootModule, modules: make(map[string]*configModule), instances: make(map[string][]string)}
	out.add("", "", c.RootModule, nil)
	return out
}

func (c *config) add(path, parent string, m *tfjson.ConfigModule, call *tfjson.ModuleCall) {
	if m == nil {
		return
	}
	entry := &configModule{m, call, parent, make(map[string]*tfjson.ConfigResource, len(m.Resources))}
	for _, r := range m.Resources {
		entry.resources[r.Address] = r
	}
	c.modules[path] = entry
	for name, call := range m.ModuleCalls {
		c.add(within(path, "module."+name), path, call.Module, call)
	}
}

// target is what a reference turns out to mean.
type target struct {
	address string // of a resource instance, or of a variable of the root
	attr    string
	isVar   bool
}

// follow resolves the references of an expression in a module instance. key is
// that of the instance that refers: each.key and count.index stand for it.
func (c *config) follow(refs []string, module, key string, depth int) []target {
	var found []target
	if c == nil || depth > 64 {
		return nil
	}
	keyed := slices.Contains(refs, "each.key") || slices.Contains(refs, "each.value") || slices.Contains(refs, "count.index")
	for i, ref := range refs {
		if i > 0 && refersWithin(refs[i-1], ref) {
			continue // the list goes on with the same reference, shortened
		}
		if !keyed {
			found = append(found, c.one(ref, module, "", depth)...)
		} else {
			found = append(found, c.one(ref, module, key, depth)...)
		}
	}
	slices.SortFunc(found, func(a, b target) int {
		return strings.Compare(a.address+"."+a.attr, b.address+"."+b.attr)
	})
	return slices.Compact(found)
}

// refersWithin tells whether long starts with short.
func refersWithin(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && rest != "" && (rest[0] == '.' || rest[0] == '[')
}

func (c *config) one(ref, module, key string, depth int) []target {
	word, rest := cutName(ref)
	switch word {
	case "var":
		return c.variable(rest, module, depth)
	case "module":
		return c.output(ref, module, key, depth)
	case "local", "each", "count", "path", "terraform", "self":
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
	if key != "" && slices.Contains(instances, block+key) {
		return []target{{address: block + key, attr: attr}}
	}
	var found []target
	for _, instance := range instances {
		found = append(found, target{address: instance, attr: attr})
	}
	if found == nil {
		found = []target{{address: block, attr: attr}}
	}
	return found
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
	given := here.call.Expressions[name]
	if given == nil || given.ExpressionData == nil {
		return nil
	}
	parent, key := parentOf(module)
	return c.follow(given.References, parent, key, depth+1)
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
	path := within(module, "module."+name)
	here := c.modules[keyless(path)]
	if here == nil || here.Outputs[out] == nil || here.Outputs[out].Expression == nil {
		return nil
	}
	if here.call.CountExpression == nil && here.call.ForEachExpression == nil {
		index = ""
	}
	return c.follow(here.Outputs[out].Expression.References, path+index, "", depth+1)
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
