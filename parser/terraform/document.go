package terraform

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// document is the cty mark on a string that encodes a structure which its
// author wrote: the structure is there even if the string is unknown, and its
// leaves have places of their own. It is lowered when somebody looks.
type document struct {
	make  func() model.Value
	state nodeState
	made  *model.Value
}

// lower returns the structure, nil in a cycle of values.
func (d *document) lower() *model.Value {
	if d.state == pending {
		d.state = underway
		v := d.make()
		d.made, d.state = &v, done
	}
	return d.made
}

// documentOf is the one document among marks.
func documentOf(marks cty.ValueMarks) *document {
	var found *document
	for mark := range marks {
		if d, ok := mark.(*document); ok {
			if found != nil {
				return nil
			}
			found = d
		}
	}
	return found
}

// isEncoder tells the functions that make a string of a structure.
func isEncoder(e *hclsyntax.FunctionCallExpr) bool {
	switch e.Name {
	case "jsonencode", "yamlencode", "core::jsonencode", "core::yamlencode":
		return len(e.Args) == 1 && !e.ExpandFinal
	}
	return false
}

// encode evaluates jsonencode(X), and keeps X with the string.
func (s *scope) encode(e *hclsyntax.FunctionCallExpr) cty.Value {
	return s.call(e).Mark(&document{make: func() model.Value {
		l := lowering{scope: s}
		return l.tree(e.Args[0], l.origin(e.Args[0].Range(), ""), "")
	}})
}

// templated keeps the pieces of a text, which is v, if it is not known as a whole.
func (s *scope) templated(e hclsyntax.Expression, v cty.Value) cty.Value {
	if v.IsKnown() {
		return v
	}
	pieces := s.pieces(e)
	if pieces == nil {
		return v
	}
	return v.Mark(&document{make: func() model.Value {
		l := lowering{scope: s}
		whole := l.leaf(v, e, l.origin(e.Range(), ""), "")
		l.parts(&whole, pieces)
		return whole
	}})
}

// fromFile evaluates templatefile(PATH, VARS). Where the result is not known,
// the template in the file is kept with its parts.
func (s *scope) fromFile(e *hclsyntax.FunctionCallExpr) cty.Value {
	v := s.general(e)
	if v.IsKnown() || len(e.Args) != 2 {
		return v
	}
	name := textOf(s.value(e.Args[0]))
	vars := s.value(e.Args[1])
	plainVars, _ := vars.Unmark()
	file := path.Join(s.in.ev.root, name)
	if name == "" || !fs.ValidPath(file) || !isMapping(plainVars) {
		return v
	}
	src, err := readFile(s.in.ev.loader.fsys, file)
	if err != nil {
		return v
	}
	template, diags := hclsyntax.ParseTemplate(src, file, hcl.InitialPos)
	parsed, ok := template.(*hclsyntax.TemplateExpr)
	if diags.HasErrors() || !ok {
		return v
	}
	return (&scope{in: s.in, vars: plainVars.AsValueMap()}).templated(parsed, v)
}

// isMapping tells a known value that has its elements by name.
func isMapping(v cty.Value) bool {
	return v.IsKnown() && !v.IsNull() && (v.Type().IsObjectType() || v.Type().IsMapType())
}

// encoded lowers jsonencode(X) where it stands: the leaves of X belong to the
// resource.
func (l lowering) encoded(e *hclsyntax.FunctionCallExpr, at model.Origin, path string) model.Value {
	if l.leaves != nil {
		l.leaves.add(l.scope.value(e)) // one text for the structure around
		l.leaves = nil
	}
	inner := l
	inner.leaves = &leaves{known: true}
	doc := inner.tree(e.Args[0], l.origin(e.Args[0].Range(), at.Name), path)
	if e.Name == "jsonencode" && writtenOut(e.Args[0]) {
		// The structure is all there: no need to evaluate it a second time.
		if text, ok := appendJSON(make([]byte, 0, longText), doc, false); ok {
			out := model.Text(string(text), at)
			out.Doc = &doc
			return out
		}
	}
	v, ok := inner.leaves.begun(e)
	if ok {
		v = weaken(v)
	} else {
		v = l.scope.call(e)
	}
	out := l.leaf(v, e, at, path)
	out.Doc = &doc
	return out
}

// writtenOut tells whether the tree of an expression is its value to the letter:
// the branches of a conditional may be converted to a common type.
func writtenOut(expr hclsyntax.Expression) bool {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return writtenOut(e.Expression)
	case *hclsyntax.ConditionalExpr:
		return false
	case *hclsyntax.TupleConsExpr:
		return !slices.ContainsFunc(e.Exprs, func(x hclsyntax.Expression) bool { return !writtenOut(x) })
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if !writtenOut(item.ValueExpr) {
				return false
			}
		}
	}
	return true
}

// longText is as long as most policies are, in bytes.
const longText = 1 << 10

// exactDigits is how many decimal digits a float64 keeps whatever the number.
const exactDigits = 15

// appendJSON writes a value as jsonencode does, unless something in it is not
// known, is sensitive where there may be no secrets, or is a number that float64 does
// not hold to the digit.
func appendJSON(out []byte, v model.Value, secrets bool) ([]byte, bool) {
	if v.State == model.Unknown || v.Sensitive && !secrets {
		return nil, false
	}
	ok := true
	switch data := v.Data.(type) {
	case nil:
		return append(out, "null"...), true
	case bool:
		return strconv.AppendBool(out, data), true
	case float64:
		start := len(out)
		out = strconv.AppendFloat(out, data, 'f', -1, 64)
		return out, len(out)-start <= exactDigits
	case []model.Value:
		out = append(out, '[')
		for i, element := range data {
			if i > 0 {
				out = append(out, ',')
			}
			if out, ok = appendJSON(out, element, secrets); !ok {
				return nil, false
			}
		}
		return append(out, ']'), true
	case model.Members:
		out = append(out, '{')
		for i, member := range data {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(appendText(out, member.Name), ':')
			if out, ok = appendJSON(out, member.Value, secrets); !ok {
				return nil, false
			}
		}
		return append(out, '}'), true
	case string:
		return appendText(out, data), true
	}
	return nil, false
}

func appendText(out []byte, s string) []byte {
	if isPlainText(s) {
		return append(append(append(out, '"'), s...), '"')
	}
	text, err := json.Marshal(s)
	if err != nil {
		return append(out, `""`...) // Marshal replaces what is not UTF-8, and so never fails
	}
	return append(out, text...)
}

// isPlainText tells a text of which JSON escapes nothing.
func isPlainText(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&':
			return false
		}
	}
	return true
}

// policyDocument evaluates the json attribute of aws_iam_policy_document: the
// document as the provider would render it, as far as it is known.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
func (r *resource) policyDocument() cty.Value {
	doc := &document{make: func() model.Value { return r.policy() }}
	unknown := begunText("{")
	if lowered := doc.lower(); lowered != nil {
		if text, ok := encodeJSON(*lowered); ok {
			return cty.StringVal(text).Mark(doc)
		}
	}
	return unknown.Mark(doc)
}

// policy lowers the block of a policy document.
func (r *resource) policy() model.Value {
	l := lowering{scope: &r.scope, owner: r.in.ev.owner(r)}
	return PolicyDocument(r.members(), l.origin(r.block.header, ""))
}

// PolicyDocument brings the arguments of aws_iam_policy_document to the shape
// of its JSON. Statements of source documents come first and those with a Sid
// may be overridden.
func PolicyDocument(members model.Members, at model.Origin) model.Value {
	merge := &statements{}
	for _, path := range [...]string{"source_json", "source_policy_documents"} {
		merge.addDocuments(members.Named(path))
	}
	for s := range members.Named("statement").Elements() {
		merge.add(statement(s), false)
	}
	for _, path := range [...]string{"override_json", "override_policy_documents"} {
		merge.override(members.Named(path))
	}
	doc := model.NewDraft(3)
	doc.Set("Version", versionOf(members.Named("version"), at))
	doc.Set("Statement", model.List(merge.list, at))
	if id := members.Named("policy_id"); id.State != model.Absent {
		doc.Set("Id", id)
	}
	return model.Record(doc.Members(), at)
}

func versionOf(v model.Value, at model.Origin) model.Value {
	if v.State == model.Absent {
		return model.Text("2012-10-17", at)
	}
	return v
}

// statements collects the statements of a document and of those merged in.
type statements struct{ list []model.Value }

func (m *statements) addDocuments(documents model.Value) {
	for doc := range documents.Elements() {
		m.each(doc, func(s model.Value) { m.add(s, false) })
	}
}

func (m *statements) override(documents model.Value) {
	for doc := range documents.Elements() {
		m.each(doc, func(s model.Value) { m.add(s, true) })
	}
}

// each calls do for the statements of a document given as a string. One whose
// text is not known counts as a statement that is not known.
func (m *statements) each(doc model.Value, do func(model.Value)) {
	parsed := doc.Doc
	if parsed == nil && doc.State == model.Known {
		if text, ok := doc.Data.(string); ok && text != "" {
			parsed = decodeJSON(text, doc.Origin)
		}
	}
	switch {
	case parsed != nil:
		for s := range parsed.Each("Statement") {
			do(s)
		}
	case doc.State == model.Unknown:
		do(doc)
	}
}

// add appends a statement; one with the Sid of an earlier one takes its place
// if it overrides.
func (m *statements) add(s model.Value, overrides bool) {
	sid, _ := s.At("Sid").Data.(string)
	if overrides && sid != "" {
		i := slices.IndexFunc(m.list, func(old model.Value) bool { return old.At("Sid").Data == sid })
		if i >= 0 {
			m.list[i] = s
			return
		}
	}
	m.list = append(m.list, s)
}

// statementWords are what the arguments of a statement block are in JSON, but for
// those that are blocks.
var statementWords = [...]struct{ from, to string }{
	{"sid", "Sid"}, {"effect", "Effect"}, {"actions", "Action"}, {"not_actions", "NotAction"},
	{"resources", "Resource"}, {"not_resources", "NotResource"},
}

// statement brings a statement block to the shape of a JSON statement.
func statement(s model.Value) model.Value {
	if s.State == model.Unknown {
		if len(s.Why.Alternatives) == 0 {
			return s
		}
		why := *s.Why
		why.Alternatives = make([]model.Value, len(s.Why.Alternatives))
		for i, a := range s.Why.Alternatives {
			why.Alternatives[i] = statement(a)
		}
		s.Why = &why
		return s
	}
	if s.State == model.Absent {
		return s
	}
	out := model.NewDraft(len(statementWords))
	for _, word := range statementWords {
		if v := s.At(word.from); v.State != model.Absent {
			out.Set(word.to, v)
		}
	}
	if _, ok := out.Lookup("Effect"); !ok {
		out.Set("Effect", model.Value{Data: "Allow", State: model.Known, Defaulted: true, Origin: s.Origin})
	}
	if v, ok := principals(s, "principals"); ok {
		out.Set("Principal", v)
	}
	if v, ok := principals(s, "not_principals"); ok {
		out.Set("NotPrincipal", v)
	}
	if v, ok := conditions(s); ok {
		out.Set("Condition", v)
	}
	return model.Record(out.Members(), s.Origin)
}

// principals folds the blocks {type, identifiers}: type "*" stands for
// everybody.
func principals(s model.Value, name string) (model.Value, bool) {
	var byType model.Draft
	var at model.Origin
	for p := range s.Each(name) {
		at = p.Origin
		kind := p.At("type")
		switch {
		case kind.State != model.Known:
			return model.Undecided("who is meant is not known", p.Origin), true
		case kind.Data == "*" && p.At("identifiers").Contains("*") == model.Yes:
			return model.Text("*", p.At("identifiers").Origin), true
		}
		word, _ := kind.Data.(string)
		byType.Set(word, joined(byType.Named(word), p.At("identifiers")))
	}
	who := byType.Members()
	return model.Record(who, at), len(who) > 0
}

// joined is the list of both lists' elements; one that is not known makes the
// whole unknown.
func joined(a, b model.Value) model.Value {
	if a.State == model.Absent {
		return b
	}
	first, ok := a.Data.([]model.Value)
	second, also := b.Data.([]model.Value)
	if !ok || !also {
		return model.Value{State: model.Unknown, Origin: b.Origin, Why: &model.Cause{Reason: "one of its lists is not known"}}
	}
	return model.List(slices.Concat(first, second), a.Origin)
}

// conditions folds the blocks {test, variable, values} to operator → key → values.
func conditions(s model.Value) (model.Value, bool) {
	var byTest model.Members
	var at model.Origin
	for c := range s.Each("condition") {
		at = c.Origin
		test, known := c.At("test").Data.(string)
		variable, also := c.At("variable").Data.(string)
		if !known || !also {
			return model.Undecided("a condition of the statement is not known", c.Origin), true
		}
		keys, _ := byTest.Named(test).Data.(model.Members)
		keys = keys.With(variable, joined(keys.Named(variable), c.At("values")))
		byTest = byTest.With(test, model.Record(keys, c.Origin))
	}
	return model.Record(byTest, at), len(byTest) > 0
}

// encodeJSON renders a value that is known throughout.
func encodeJSON(v model.Value) (string, bool) {
	text, ok := appendJSON(make([]byte, 0, longText), v, true)
	if !ok {
		return "", false
	}
	var b bytes.Buffer
	b.Grow(2 * len(text))
	err := json.Indent(&b, text, "", "  ")
	return b.String(), err == nil
}

// decodeJSON reads a document of which only the text is known: its leaves all
// stand where the text does.
func decodeJSON(text string, at model.Origin) *model.Value {
	var decoded any
	if json.Unmarshal([]byte(text), &decoded) != nil {
		return nil
	}
	v := fromPlain(decoded, at)
	return &v
}

func fromPlain(decoded any, at model.Origin) model.Value {
	switch d := decoded.(type) {
	case map[string]any:
		members := make(map[string]model.Value, len(d))
		for name, member := range d {
			below := at
			below.Name = join(at.Name, name)
			members[name] = fromPlain(member, below)
		}
		return model.Object(members, at)
	case []any:
		list := make([]model.Value, len(d))
		for i, element := range d {
			list[i] = fromPlain(element, at)
		}
		return model.List(list, at)
	case nil:
		return model.Missing(at)
	}
	return model.Value{Data: decoded, State: model.Known, Origin: at}
}
