package cloudformation_test

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// dumper prints a scope for people to read and tests to compare: one line for
// each leaf, with all that a check could ask of it.
type dumper struct{ strings.Builder }

func dump(scope *model.Scope, diags diag.List) string {
	d := &dumper{}
	for _, r := range scope.Resources {
		d.resource(r)
	}
	for _, out := range scope.Outputs {
		fmt.Fprintf(d, "output %s: %s\n", out.Name, out.Type)
		d.value("  ", out.Name, out.Value)
	}
	for _, found := range diags {
		fmt.Fprintf(d, "%s @%s:%d %s\n", found.Severity, found.Range, found.Range.Start.Column, found.Summary)
	}
	return d.String()
}

func (d *dumper) resource(r *model.Resource) {
	fmt.Fprintf(d, "%s %s %s @%s", r.Mode, r.Type, r.Address, place(r.Location))
	if r.Doubtful {
		d.WriteString(" doubtful")
	}
	if r.Condition != "" {
		fmt.Fprintf(d, " if %s", r.Condition)
	}
	d.WriteByte('\n')
	if members, ok := r.Body.Data.(model.Members); ok {
		for name, member := range members.All() {
			d.value("  ", name, member)
		}
	} else {
		d.value("  ", "", r.Body)
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
		for i, element := range data {
			d.value(indent, fmt.Sprintf("%s[%d]", path, i), element)
		}
		if len(data) > 0 {
			return
		}
	case model.Members:
		for name, member := range data.All() {
			d.value(indent, strings.TrimPrefix(path+"."+name, "."), member)
		}
		if len(data) > 0 {
			return
		}
	}
	fmt.Fprintf(d, "%s%s = %s @%s%s\n", indent, path, literal(v), place(v.Origin.Range), alias(path, v))
	if v.Why != nil {
		for _, a := range v.Why.Alternatives {
			d.value(indent+"  ", "either", a)
		}
		for _, p := range v.Why.Parts {
			d.value(indent+"  ", "part", p)
		}
	}
	if v.Doc != nil {
		d.value(indent+"  ", "doc", *v.Doc)
	}
}

func place(at model.Range) string {
	if at.File == "" {
		return "nowhere"
	}
	return fmt.Sprintf("%s:%d-%d:%d", at, at.Start.Column, at.End.Line, at.End.Column)
}

func alias(path string, v model.Value) string {
	var plain strings.Builder
	for piece := range strings.SplitSeq(path, "[") {
		_, rest, indexed := strings.Cut(piece, "]")
		if !indexed {
			rest = piece
		}
		plain.WriteString(rest)
	}
	switch first, _, _ := strings.Cut(plain.String(), "."); {
	case first == "either", first == "part", first == "doc", v.Origin.Name == plain.String():
		return ""
	}
	return " as " + strconv.Quote(v.Origin.Name)
}

func literal(v model.Value) string {
	text := ""
	switch data := v.Data.(type) {
	case nil:
		text = "absent"
	case string:
		text = strconv.Quote(data)
	case []model.Value:
		text = "[]"
	case model.Members:
		text = "{}"
	default:
		text = fmt.Sprint(data)
	}
	if v.State == model.Unknown {
		text = cause(v.Why)
	}
	if v.Sensitive {
		text += " sensitive"
	}
	return text
}

func cause(why *model.Cause) string {
	text := "unknown (" + why.Reason + ")"
	switch {
	case why.NotEmpty:
		text += " not-empty"
	case why.NotNull:
		text += " not-null"
	}
	if why.Prefix != "" {
		text += fmt.Sprintf(" prefix %q", why.Prefix)
	}
	if why.Suffix != "" {
		text += fmt.Sprintf(" suffix %q", why.Suffix)
	}
	if why.Key != "" {
		text += " key <" + why.Key + ">"
	}
	return text
}
