package funcs

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/agext/levenshtein"
	"github.com/zclconf/go-cty/cty/function"
)

type table map[string]function.Function

// Table returns the functions as a root module in dir of fsys sees them. fsys is rooted at the scan's boundary, and dir is a slash
// path in it. Relative paths in the arguments of file functions are resolved against dir; what leads out of fsys is an error that
// wraps ErrOutside.
func Table(fsys fs.FS, dir string) map[string]function.Function {
	t := maps.Clone(pure())
	s := sandbox{fsys, dir}
	t.add(guarded(s.funcs()))
	t.addTemplates(s)
	return t
}

// pure holds the functions that see nothing but their arguments, which is all but the file and template functions.
var pure = sync.OnceValue(func() table {
	t := table{}
	for _, part := range []table{
		numberFuncs(), stringFuncs(), collectionFuncs(), setFuncs(), conversionFuncs(), encodingFuncs(), hashFuncs(),
		cidrFuncs(), dateFuncs(), pathFuncs(), tfvarsFuncs(), arnFuncs(),
	} {
		t.add(guarded(part))
	}
	t.add(markFuncs())
	t.add(tryFuncs())
	t.add(pickFuncs())
	return t
})

// add takes over the functions of part, those without a namespace also as core::NAME.
func (t table) add(part table) {
	for name, f := range part {
		t[name] = f
		if !strings.Contains(name, "::") {
			t["core::"+name] = f
		}
	}
}

// names holds every name that a Table has, sorted.
var names = sync.OnceValue(func() []string {
	return slices.Sorted(maps.Keys(Table(nil, ".")))
})

// Known tells whether there is a function of this name.
func Known(name string) bool {
	_, found := slices.BinarySearch(names(), name)
	return found
}

// Suggest returns the name of the function that an author who wrote name may have meant, or "".
func Suggest(name string) string {
	const tooFar = 3
	best, distance := "", tooFar
	for _, n := range names() {
		// A name as short as the distance would be like any other short name.
		if d := levenshtein.Distance(name, n, nil); d < distance && d < len(name) {
			best, distance = n, d
		}
	}
	return best
}
