// Package lifecycle knows until when versions of what a platform runs are
// supported: one dated table, lifecycle.txt, with its sources.
package lifecycle

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

//go:embed lifecycle.txt
var table string

// Support is until when a version is supported: the last days.
type Support struct {
	Standard time.Time
	Extended time.Time // at extra cost; zero if there is none
	// Successor is a later version whose support it is, where that of the version
	// itself is not on record.
	Successor string
}

// Of returns the support of a version of a product, "mysql" and "5.7.44": its own,
// or that of the oldest in the table where it is older still. ok is false where no
// end is known.
func Of(product, version string) (s Support, ok bool) {
	var closest, oldest []string
	for _, fields := range versions()[product] {
		if within(version, fields[0]) && (closest == nil || len(fields[0]) > len(closest[0])) {
			closest = fields
		}
		if oldest == nil || older(fields[0], oldest[0]) {
			oldest = fields
		}
	}
	switch {
	case closest != nil:
		return support(closest), true
	case oldest != nil && older(version, oldest[0]):
		s = support(oldest)
		s.Successor = oldest[0]
		return s, true
	}
	return Support{}, false
}

// versions are the lines of the table by product, each as the version and its days.
var versions = sync.OnceValue(func() map[string][][]string {
	byProduct := map[string][][]string{}
	for line := range strings.Lines(table) {
		if fields := strings.Fields(line); len(fields) > 2 {
			byProduct[fields[0]] = append(byProduct[fields[0]], fields[1:])
		}
	}
	return byProduct
})

// support reads the days behind a version.
func support(fields []string) Support {
	s := Support{Standard: day(fields[1])}
	if len(fields) > 2 {
		s.Extended = day(fields[2])
	}
	return s
}

// older tells whether a version in numbers comes before another.
func older(version, than string) bool {
	a, b := numbers(version), numbers(than)
	return len(a) > 0 && len(b) > 0 && slices.Compare(a, b) < 0
}

// numbers are the parts of a version, nil where one is no number.
func numbers(version string) []int {
	var parts []int
	for part := range strings.SplitSeq(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}

// within tells whether a version is one of those that another stands for: itself, or
// those that begin with its numbers. A name such as "provided" stands for no other.
func within(version, of string) bool {
	rest, ok := strings.CutPrefix(version, of)
	return ok && (rest == "" || rest[0] == '.' && numbers(of) != nil)
}

func day(text string) time.Time {
	t, _ := time.Parse(time.DateOnly, text) // a test reads the whole table
	return t
}

// Ended tells whether standard support was over on a day.
func (s Support) Ended(today time.Time) bool { return !today.Before(s.Standard.AddDate(0, 0, 1)) }

// over says in words what is over on a day.
func (s Support) over(today time.Time) string {
	text := "standard support ended on " + s.Standard.Format(time.DateOnly)
	switch {
	case s.Successor != "":
		return "standard support of the later " + s.Successor + " ended on " + s.Standard.Format(time.DateOnly)
	case s.Extended.IsZero():
		return text
	case !today.Before(s.Extended.AddDate(0, 0, 1)):
		return text + ", and extended support on " + s.Extended.Format(time.DateOnly)
	}
	return text + ", extended support, at extra cost, ends on " + s.Extended.Format(time.DateOnly)
}

// Require wants an attribute to be a version of a product in standard support.
type Require struct{ Type, Path, Product string }

func (c Require) Types() string { return c.Type }

func (c Require) Judge(p *checks.Pass, r *model.Resource) {
	forbid(p, r.At(c.Path), product{c.Product, model.Yes})
}

// RequireOf is Require for an attribute whose product is another's word: what stands
// at Engine, as Products say it.
type RequireOf struct {
	Type, Path, Engine string
	Products           []Engine
}

// Engine is a product as a resource calls it, in whatever case; "" is for one that is
// not named.
type Engine struct{ Word, Product string }

func (c RequireOf) Types() string { return c.Type }

func (c RequireOf) Judge(p *checks.Pass, r *model.Resource) {
	engine := r.At(c.Engine)
	products := make([]product, len(c.Products))
	for i, e := range c.Products {
		products[i] = product{e.Product, engine.IsFold(e.Word)}
		if e.Word == "" {
			products[i].is = engine.IsEmpty()
		}
	}
	forbid(p, r.At(c.Path), products...)
}

// product is what a version may be of.
type product struct {
	name string // as in the table
	is   model.Truth
}

// forbid forbids that a value is a version without standard support of any of the
// products.
func forbid(p *checks.Pass, version model.Value, products ...product) {
	today := p.Scope.Settings.Day()
	fault, said := model.No, ""
	for _, product := range products {
		if product.is == model.No {
			continue
		}
		ended := func(v string) bool {
			s, ok := Of(product.name, v)
			return ok && s.Ended(today)
		}
		if t := min(product.is, version.Satisfies(ended)); t > fault {
			fault, said = t, since(product.name, version, today)
		}
	}
	p.Forbid(fault, version, "%s is %v%s", version.Origin.Name, checks.Said(version), said)
}

// since is the end of support in words, "" for a version that is not known.
func since(product string, version model.Value, today time.Time) string {
	text, _ := version.Data.(string)
	s, ok := Of(product, text)
	if !ok {
		return ""
	}
	return ": " + s.over(today)
}

// Products are the names in the table, sorted.
func Products() []string {
	var names []string
	for line := range strings.Lines(table) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(line, "#") {
			names = append(names, fields[0])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
