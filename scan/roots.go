package scan

import (
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// root is one input: a root module, and what of it was asked for, or a plan or state.
type root struct {
	dir  string
	plan *planFile // nil for all but a plan or state
	// single is the format of a file that is an input by itself, else nil.
	single      *single
	account     *account     // nil for all but a snapshot
	environment *Environment // nil where there are none
	// only is what was asked for of a Terraform root; nil means all.
	only *focus
	// seen notes what the root looks at; nil where nobody asks.
	seen *trace
}

// is tells whether two roots are the same input at two times.
func (r *root) is(other *root) bool {
	return r.dir == other.dir && r.environment == other.environment && r.noun() == other.noun()
}

// name is what findings call the root.
func (r *root) name() string {
	if r.account != nil {
		return r.account.id
	}
	return r.dir
}

// noun is what the root is to people.
func (r *root) noun() string {
	switch {
	case r.plan != nil:
		return "file"
	case r.single != nil:
		return r.single.noun
	}
	return "root module"
}

func (r *root) format() model.Format {
	switch {
	case r.plan != nil:
		return model.TerraformPlan
	case r.single != nil:
		return r.single.format
	}
	return model.Terraform
}

// chooseRoots picks from the module folders those that nobody calls, and those
// that were named. Of modules that call each other in a circle, and that nobody
// else calls, the first by name is a root.
func chooseRoots(folders []string, named map[string]*root, calls func(dirs []string) [][]string) []root {
	g := newGraph(folders, calls)
	chosen := make(map[string]root, len(named))
	reached := map[string]bool{}
	choose := func(dir string) {
		chosen[dir] = root{dir: dir}
		g.reach(dir, reached)
	}
	for dir, r := range named {
		choose(dir)
		chosen[dir] = *r
	}
	for _, dir := range folders {
		if len(g.callers[dir]) == 0 {
			choose(dir)
		}
	}
	for _, dir := range folders {
		if !reached[dir] && g.onlyCircles(dir) {
			choose(dir)
		}
	}
	roots := make([]root, 0, len(chosen))
	for _, dir := range slices.Sorted(maps.Keys(chosen)) {
		roots = append(roots, chosen[dir])
	}
	return roots
}

// graph tells which folder calls which, also by way of folders that were not
// asked for.
type graph struct{ callees, callers map[string][]string }

func newGraph(folders []string, calls func(dirs []string) [][]string) *graph {
	g := &graph{map[string][]string{}, map[string][]string{}}
	for wave := folders; len(wave) > 0; {
		var next []string
		for i, callees := range calls(wave) {
			g.callees[wave[i]] = callees
			for _, callee := range callees {
				if callee != wave[i] {
					g.callers[callee] = append(g.callers[callee], wave[i])
				}
				next = append(next, callee)
			}
		}
		slices.Sort(next)
		wave = slices.DeleteFunc(slices.Compact(next), func(dir string) bool {
			_, known := g.callees[dir]
			return known
		})
	}
	return g
}

// reach adds all that is called from dir, and dir itself.
func (g *graph) reach(dir string, reached map[string]bool) {
	visit(g.callees, dir, reached)
}

// onlyCircles tells whether dir itself calls whoever calls it, directly or not.
func (g *graph) onlyCircles(dir string) bool {
	over, below := map[string]bool{}, map[string]bool{}
	visit(g.callers, dir, over)
	visit(g.callees, dir, below)
	for caller := range over {
		if !below[caller] {
			return false
		}
	}
	return true
}

func visit(edges map[string][]string, from string, reached map[string]bool) {
	if reached[from] {
		return
	}
	reached[from] = true
	for _, to := range edges[from] {
		visit(edges, to, reached)
	}
}
