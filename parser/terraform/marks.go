package terraform

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/ctymarks"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// ref is the cty mark that says where a value came from.
type ref struct {
	*origin
	// partial references were built into something; others hand the value on.
	partial bool
}

// origin is an attribute of a resource instance, a data source, a variable without a
// value, or an output of a module that is not here. There is one for each of them in
// an evaluation: marks are compared and hashed all the time.
type origin struct {
	originName
	reason string // why, once it was asked for
	// generated tells of an attribute that is never empty, as its resource exists to make it.
	generated bool
}

type originName struct {
	to   string // address
	attr string
	kind refKind
}

// generated are the attributes that the providers of random values, keys and certificates
// make up, by type.
//
// https://registry.terraform.io/providers/hashicorp/random/latest/docs
// https://registry.terraform.io/providers/hashicorp/tls/latest/docs
var generated = map[string][]string{
	"random_bytes":            {"base64", "hex"},
	"random_id":               {"b64_std", "b64_url", "dec", "hex"},
	"random_integer":          {"result"},
	"random_password":         {"bcrypt_hash", "result"},
	"random_string":           {"result"},
	"random_uuid":             {"result"},
	"tls_cert_request":        {"cert_request_pem"},
	"tls_locally_signed_cert": {"cert_pem"},
	"tls_private_key":         {"private_key_openssh", "private_key_pem", "public_key_pem"},
	"tls_self_signed_cert":    {"cert_pem"},
}

// ref is the reference to an origin, as a whole.
func (ev *evaluator) ref(to, attr string, kind refKind) ref {
	name := originName{to, attr, kind}
	o := ev.origins[name]
	if o == nil {
		o = &origin{originName: name}
		ev.origins[name] = o
	}
	return ref{origin: o}
}

type refKind uint8

const (
	refResource refKind = iota
	refData
	refVariable
	refModule
	refUndeclared
)

// why completes "is unknown: …".
func (r ref) why() string {
	if r.reason == "" {
		r.reason = r.explained()
	}
	return r.reason
}

func (r ref) explained() string {
	name := r.to
	if r.attr != "" {
		name += "." + r.attr
	}
	switch r.kind {
	case refVariable:
		return name + " has no value here"
	case refModule:
		return "depends on " + name + ", whose source is not available"
	case refData:
		return "depends on " + name + ", which is read from outside"
	case refUndeclared:
		return r.to + " is not declared"
	}
	return "depends on " + name + ", known after apply"
}

// isIdentity tells what a resource has as soon as it exists, and is never "".
func (r ref) isIdentity() bool {
	switch r.kind {
	case refResource, refData, refUndeclared:
		return !r.partial && (r.generated || vocabulary.Identifies(r.attr))
	}
	return false
}

// refsOf returns the references a value carries at its top, in a fixed order.
func refsOf(marks cty.ValueMarks) []ref {
	var refs []ref
	for mark := range marks {
		if r, ok := mark.(ref); ok {
			refs = append(refs, r)
		}
	}
	slices.SortFunc(refs, func(a, b ref) int {
		if order := cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.to, b.to), cmp.Compare(a.attr, b.attr)); order != 0 {
			return order
		}
		if a.partial {
			return 1
		}
		return -1
	})
	return refs
}

// weaken makes all references partial and drops documents: the expression
// built something new from the values that carried them.
func weaken(v cty.Value) cty.Value {
	if !v.ContainsMarked() {
		return v
	}
	if plain, marks := v.Unmark(); !plain.IsKnown() || plain.IsNull() || plain.Type().IsPrimitiveType() {
		return plain.WithMarks(weakened(marks)) // nothing within it has marks of its own
	}
	weak, err := v.WrangleMarksDeep(func(mark any, _ cty.Path) (ctymarks.WrangleAction, error) {
		switch weak := weakMark(mark); weak {
		case mark:
			return nil, nil
		case nil:
			return ctymarks.WrangleDrop, nil
		default:
			return ctymarks.WrangleReplace(weak), nil
		}
	})
	if err != nil {
		return v
	}
	return weak
}

func weakened(marks cty.ValueMarks) cty.ValueMarks {
	weak := make(cty.ValueMarks, len(marks))
	for mark := range marks {
		if w := weakMark(mark); w != nil {
			weak[w] = struct{}{}
		}
	}
	return weak
}

// weakMark is what becomes of a mark on a value that something new is built from, nil
// where it is dropped.
func weakMark(mark any) any {
	switch mark := mark.(type) {
	case ref:
		mark.partial = true
		return mark
	case *document, funcs.Pieced:
		return nil
	}
	return mark
}

// partial are the references as those of something that was built from the values.
func partial(refs []ref) []ref {
	if refs == nil {
		return nil
	}
	weak := slices.Clone(refs)
	for i := range weak {
		weak[i].partial = true
	}
	return weak
}

// weakenAsked is weaken for the references in asked alone: those that were only
// looked at to choose between values which do not carry them.
func weakenAsked(v cty.Value, asked []ref, chosen ...cty.Value) cty.Value {
	plain, marks := v.Unmark()
	for _, r := range asked {
		handedOn := slices.ContainsFunc(chosen, func(c cty.Value) bool { return c.HasMark(r) })
		if _, ok := marks[r]; ok && !r.partial && !handedOn {
			delete(marks, r)
			r.partial = true
			marks[r] = struct{}{}
		}
	}
	return plain.WithMarks(marks)
}

// plain removes all marks, where a value decides what exists.
func plain(v cty.Value) cty.Value {
	v, _ = v.UnmarkDeep()
	return v
}

// handsOn tells whether an expression hands on a value of its references
// unchanged, so that a reference in it still says what the value is.
func handsOn(expr hcl.Expression) bool {
	switch e := expr.(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.SplatExpr,
		*hclsyntax.LiteralValueExpr, *hclsyntax.AnonSymbolExpr:
		return true
	case *hclsyntax.ParenthesesExpr:
		return handsOn(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return handsOn(e.Wrapped)
	case *hclsyntax.ObjectConsKeyExpr:
		return handsOn(e.Wrapped)
	case *hclsyntax.IndexExpr:
		return handsOn(e.Collection)
	case *hclsyntax.ConditionalExpr:
		return handsOn(e.TrueResult) && handsOn(e.FalseResult)
	case *hclsyntax.TupleConsExpr:
		return handsOnAll(e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if !handsOn(item.ValueExpr) {
				return false
			}
		}
		return true
	case *hclsyntax.ForExpr:
		return handsOn(e.ValExpr)
	case *hclsyntax.TemplateExpr:
		return e.IsStringLiteral()
	case *hclsyntax.FunctionCallExpr:
		return passesThrough(e.Name) && handsOnAll(e.Args)
	case interface{ AsTraversal() hcl.Traversal }:
		return true
	}
	return false
}

func handsOnAll(exprs []hclsyntax.Expression) bool {
	return !slices.ContainsFunc(exprs, func(e hclsyntax.Expression) bool { return !handsOn(e) })
}

// passesThrough names the functions whose result holds their arguments, or
// elements of them, as they are.
func passesThrough(function string) bool {
	switch function {
	case "try", "coalesce", "coalescelist", "one", "element", "lookup", "tolist", "toset", "tomap", "tostring",
		"concat", "merge", "flatten", "compact", "distinct", "values", "zipmap", "nonsensitive", "sensitive", "reverse",
		"sort", "slice", "setunion":
		return true
	}
	return false
}

// concealed is the value, sensitive throughout.
func concealed(v model.Value) model.Value {
	v.Sensitive = true
	switch data := v.Data.(type) {
	case []model.Value:
		v.Data = concealedAll(data)
	case model.Members:
		v.Data = data.Replaced(func(_ string, member model.Value) model.Value { return concealed(member) })
	}
	if v.Doc != nil {
		doc := concealed(*v.Doc)
		v.Doc = &doc
	}
	if v.Why != nil {
		why := *v.Why
		why.Alternatives, why.Parts = concealedAll(why.Alternatives), concealedAll(why.Parts)
		v.Why = &why
	}
	return v
}

func concealedAll(values []model.Value) []model.Value {
	if values == nil {
		return nil
	}
	hidden := make([]model.Value, len(values))
	for i, v := range values {
		hidden[i] = concealed(v)
	}
	return hidden
}
