package terraform_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// dumper prints a scope for people to read and tests to compare: one line for
// each leaf, with all that a check could ask of it.
type dumper struct {
	strings.Builder
	// bare leaves out places and sorts resources and diagnostics: what stays
	// may not depend on the order of files and blocks.
	bare bool
}

func dump(scope *model.Scope, diags diag.List, bare bool) string {
	d := &dumper{bare: bare}
	resources := slices.Clone(scope.Resources)
	if bare {
		slices.SortFunc(resources, func(a, b *model.Resource) int { return strings.Compare(a.Address, b.Address) })
		diags = slices.Clone(diags)
		slices.SortFunc(diags, func(a, b diag.Diagnostic) int { return strings.Compare(a.Summary+a.Detail, b.Summary+b.Detail) })
	}
	for _, r := range resources {
		d.resource(r)
	}
	for _, out := range scope.Outputs {
		fmt.Fprintf(d, "output %s: %s\n", out.Name, out.Type)
		d.value("  ", out.Name, out.Value)
	}
	d.diagnostics(diags)
	return d.String()
}

func (d *dumper) resource(r *model.Resource) {
	fmt.Fprintf(d, "%s %s", r.Mode, r.Address)
	if !d.bare {
		fmt.Fprintf(d, " @%s-%d", r.Location, r.Location.End.Line)
	}
	if r.Native {
		d.WriteString(" native")
	}
	if r.Doubtful {
		d.WriteString(" doubtful")
	}
	if r.Condition != "" {
		fmt.Fprintf(d, " if %s", r.Condition)
	}
	d.WriteByte('\n')
	members := r.Body.Data.(model.Members)
	for name, member := range members.All() {
		d.value("  ", name, member)
	}
	for _, ref := range r.Refs {
		exact := "partial"
		if ref.Exact {
			exact = "exact"
		}
		fmt.Fprintf(d, "  ref %s -> %s . %s (%s)\n", ref.Path, ref.To, ref.Attr, exact)
	}
}

// value prints what lies at a path. A value that knows itself by another name
// than the path says so.
func (d *dumper) value(indent, path string, v model.Value) {
	switch data := v.Data.(type) {
	case []model.Value:
		if len(data) > 0 {
			for i, element := range data {
				d.value(indent, fmt.Sprintf("%s[%d]", path, i), element)
			}
			d.doc(indent, path, v)
			return
		}
	case model.Members:
		if len(data) > 0 {
			for name, member := range data.All() {
				d.value(indent, path+"."+name, member)
			}
			d.doc(indent, path, v)
			return
		}
	}
	fmt.Fprintf(d, "%s%s = %s%s\n", indent, path, literal(v), d.place(path, v))
	d.cause(indent+"  ", v)
	d.doc(indent, path, v)
}

func (d *dumper) doc(indent, path string, v model.Value) {
	if v.Doc != nil {
		d.value(indent, path+"(doc)", *v.Doc)
	}
}

// cause prints what an unknown value may be, and what it is made of.
func (d *dumper) cause(indent string, v model.Value) {
	if v.Why == nil {
		return
	}
	for _, a := range v.Why.Alternatives {
		d.value(indent, "either", a)
	}
	for _, p := range v.Why.Parts {
		d.value(indent, "part", p)
	}
}

func literal(v model.Value) string {
	text := ""
	switch data := v.Data.(type) {
	case nil:
		text = "absent"
		if v.State == model.Unknown {
			text = "unknown"
		}
	case string:
		text = strconv.Quote(data)
	case []model.Value:
		text = fmt.Sprintf("[%d]", len(data))
	case model.Members:
		text = fmt.Sprintf("{%d}", len(data))
	default:
		text = fmt.Sprint(data)
	}
	if v.Sensitive {
		text += " sensitive"
	}
	if v.Defaulted {
		text += " defaulted"
	}
	if v.State == model.Unknown {
		text += reason(v.Why)
	}
	return text
}

func reason(why *model.Cause) string {
	text := " (" + why.Reason + ")"
	if why.NotEmpty {
		text += " not-empty"
	} else if why.NotNull {
		text += " not-null"
	}
	if why.Prefix != "" {
		text += fmt.Sprintf(" prefix %q", why.Prefix)
	}
	if why.Key != "" {
		text += " key <" + why.Key + ">"
	}
	return text
}

func (d *dumper) place(path string, v model.Value) string {
	if d.bare {
		return ""
	}
	at := "nowhere"
	if v.Origin.File != "" {
		at = fmt.Sprintf("%s:%d", v.Origin, v.Origin.Start.Column)
	}
	if name := withoutIndexes(path); v.Origin.Name != name && path != "either" && path != "part" {
		at += " as " + strconv.Quote(v.Origin.Name)
	}
	return " @" + at
}

func withoutIndexes(path string) string {
	var b strings.Builder
	depth := 0
	path = strings.ReplaceAll(path, "(doc)", "")
	for _, c := range path {
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		default:
			if depth == 0 {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

func (d *dumper) diagnostics(diags diag.List) {
	for _, found := range diags {
		d.WriteString(string(found.Severity))
		if !d.bare {
			fmt.Fprintf(d, " @%s:%d", found.Range, found.Range.Start.Column)
		}
		fmt.Fprintf(d, " %s\n", found.Summary)
		if found.Detail != "" {
			fmt.Fprintf(d, "    %s\n", strings.ReplaceAll(found.Detail, "\n", "\n    "))
		}
	}
}
