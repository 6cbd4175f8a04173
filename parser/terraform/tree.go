package terraform

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// maxAlternatives bounds the values kept for conditionals that are not decided.
const maxAlternatives = 4

// lowering turns the syntax of one block into values of the model, leaf by
// leaf, so that each has its own place.
type lowering struct {
	scope *scope
	owner *model.Resource // in which the values are written; nil outside of one
	// sensitive is true inside of a value that is sensitive as a whole, given inside
	// of one that was handed in.
	sensitive, given bool
	// around are the references of the value in which another one is: of a few functions'
	// results only the whole has them.
	around []ref
	// leaves, where not nil, takes note of what is evaluated for the structure at hand.
	leaves *leaves
}

func (l lowering) in(s *scope) lowering { return lowering{scope: s, owner: l.owner} }

func (l lowering) origin(at hcl.Range, name string) model.Origin {
	return model.Origin{Range: place(at), Name: name, Resource: l.owner}
}

// members lowers the contents of a block. name is the block's own path.
func (l lowering) members(b *body, schema *vocabulary.Schema, name string) model.Draft {
	attrs, blocks := b.split(schema)
	out := model.NewDraft(len(attrs) + types(blocks))
	var strange []string // of what the schema does not have
	for _, a := range attrs {
		if name == "" && isMetaArgument(a.name) {
			continue
		}
		path := join(name, a.name)
		v := l.attribute(a, path)
		if _, object := v.Data.(model.Members); object && takesBlocks(schema, a.name) {
			v = model.List([]model.Value{v}, v.Origin) // the shape of the blocks in whose place it is written
		}
		switch attr := schema.Attribute(a.name); {
		case attr != nil && attr.Type == cty.Bool:
			v = flag(v)
		case attr == nil && schema != nil && !schema.Has(a.name):
			strange = append(strange, a.name)
		}
		out.Set(a.name, v)
	}
	for _, nested := range blocks {
		typ := blockName(nested)
		if name == "" && isMetaBlock(typ) {
			continue
		}
		l.block(&out, nested, typ, innerSchema(schema, typ), join(name, typ))
		if schema != nil && !schema.Has(typ) {
			strange = append(strange, typ)
		}
	}
	l.misspelt(&out, schema, strange, b.at, name)
	return out
}

// attribute lowers an attribute of a block.
func (l lowering) attribute(a *attribute, path string) model.Value {
	at := l.origin(a.at, path)
	if a.literal != nil {
		return model.Value{Data: a.literal, State: model.Known, Origin: at}
	}
	return l.tree(a.expr, at, path)
}

// flag is a boolean that is spelled as Terraform takes it, too: "1" and "0".
func flag(v model.Value) model.Value {
	switch v.Data {
	case "1":
		v.Data = true
	case "0":
		v.Data = false
	}
	return v
}

// types is how many types the blocks have, those of one standing together as they
// mostly do.
func types(blocks []*block) int {
	n := 0
	for i, b := range blocks {
		if i == 0 || b.typ != blocks[i-1].typ {
			n++
		}
	}
	return n
}

func takesBlocks(schema *vocabulary.Schema, name string) bool {
	if schema == nil {
		return false
	}
	if a := schema.Attribute(name); a != nil {
		return a.Nested != nil && (a.Type.IsListType() || a.Type.IsSetType())
	}
	return schema.Block(name) != nil
}

func innerSchema(schema *vocabulary.Schema, typ string) *vocabulary.Schema {
	if schema == nil {
		return nil
	}
	if b := schema.Block(typ); b != nil {
		return b.Schema
	}
	if a := schema.Attribute(typ); a != nil {
		return a.Nested
	}
	return nil
}

// block appends the objects that a block makes to the list at its type.
func (l lowering) block(out *model.Draft, b *block, typ string, schema *vocabulary.Schema, name string) {
	list := out.Named(typ)
	if list.State == model.Absent {
		list = model.List(nil, l.origin(b.header, name))
	}
	objects, ok := list.Data.([]model.Value)
	if !ok {
		return // an attribute of that name is there already, and HCL has said so
	}
	l.scope.eachBlock(b, func(inner *scope, content *body, certain bool) {
		at := l.origin(b.header, name)
		members := l.in(inner).members(content, schema, name)
		object := model.Record(members.Members(), at)
		if !certain {
			object = model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{
				Reason:       "for_each of the dynamic block is not known",
				Alternatives: []model.Value{object, model.Missing(at)},
			}}
		}
		objects = append(objects, object)
	})
	list.Data = objects
	out.Set(typ, list)
}

// eachBlock calls do for every block that b makes: one, or those of a dynamic
// block. It returns false if it is not known how many there are; then one
// stands for all.
func (s *scope) eachBlock(b *block, do func(inner *scope, content *body, certain bool)) bool {
	if b.typ != "dynamic" || len(b.labels) != 1 {
		do(s, b.body, true)
		return true
	}
	forEach, contents := b.body.attr("for_each"), b.body.blocksOf("content")
	if forEach == nil || len(contents) != 1 {
		s.in.ev.errorf(b.header, "a dynamic block needs for_each and one content block")
		return true
	}
	name := iteratorName(b)
	collection, marks := s.value(forEach.expr).Unmark()
	if !collection.IsKnown() {
		likely, sure := s.foreseen(forEach.expr)
		if !sure {
			key := cty.DynamicVal.WithMarks(marks)
			do(s.with(&iterator{name, key, key, s.iterators}), contents[0].body, false)
			return false
		}
		collection, marks = likely.Unmark()
	}
	if collection.IsNull() || !collection.CanIterateElements() {
		s.in.ev.errorf(forEach.expr.Range(), "for_each of a dynamic block takes a collection")
		return true
	}
	for it := collection.ElementIterator(); it.Next(); {
		key, value := it.Element()
		if collection.Type().IsSetType() {
			key = value
		}
		it := &iterator{name, key.WithMarks(marks), value.WithMarks(marks), s.iterators}
		do(s.with(it), contents[0].body, true)
	}
	return true
}

func (s *scope) with(it *iterator) *scope {
	inner := *s
	inner.iterators = it
	return &inner
}

// tree lowers an expression as far as it is written out, and evaluates the
// leaves. path is that of the value within its resource.
func (l lowering) tree(expr hcl.Expression, at model.Origin, path string) model.Value {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return l.tree(e.Expression, at, path)
	case *hclsyntax.TupleConsExpr:
		elements := make([]model.Value, len(e.Exprs))
		for i, element := range e.Exprs {
			elements[i] = l.tree(element, l.origin(element.Range(), at.Name), path)
		}
		return model.List(elements, at)
	case *hclsyntax.ObjectConsExpr:
		if v, ok := l.object(e, at, path); ok {
			return v
		}
		if l.leaves != nil {
			l.leaves.odd = true
		}
	case *hclsyntax.ConditionalExpr:
		return l.conditional(e, at, path)
	case *hclsyntax.FunctionCallExpr:
		switch {
		case isEncoder(e):
			return l.encoded(e, at, path)
		case e.Name == "merge":
			if v, ok := l.merged(e, at, path); ok {
				return v
			}
		case e.Name == "format" || e.Name == "join":
			return l.text(l.scope.call(e), e, at, path)
		}
	case *hclsyntax.TemplateExpr:
		if v, ok := literal(e); ok {
			return model.Text(v.AsString(), at)
		}
		return l.text(l.scope.filled(e), e, at, path)
	case *hclsyntax.LiteralValueExpr:
		return l.leaf(e.Val, expr, at, path)
	default:
		if v, ok := l.jsonTree(expr, at, path); ok {
			return v
		}
	}
	return l.leaf(l.scope.value(expr), expr, at, path)
}

func (l lowering) object(e *hclsyntax.ObjectConsExpr, at model.Origin, path string) (model.Value, bool) {
	members := model.NewDraft(len(e.Items))
	for _, item := range e.Items {
		key, ok := l.scope.memberName(item.KeyExpr)
		if !ok {
			return model.Value{}, false
		}
		where := hcl.RangeBetween(item.KeyExpr.Range(), item.ValueExpr.Range())
		called, below := named(at.Name, path, key)
		members.Set(key, l.tree(item.ValueExpr, l.origin(where, called), below))
	}
	return model.Record(members.Members(), at), true
}

// named is what a member is called, by its author and by its path, which mostly
// is the same.
func named(name, path, key string) (called, below string) {
	called = join(name, key)
	if name == path {
		return called, called
	}
	return called, join(path, key)
}

// conditional takes the branch that applies; where that is not known, both are
// kept as alternatives.
func (l lowering) conditional(e *hclsyntax.ConditionalExpr, at model.Origin, path string) model.Value {
	if l.leaves != nil {
		l.leaves.add(l.scope.value(e)) // as a whole, and not what is kept of its branches
		l.leaves = nil
	}
	marked := l.scope.value(e.Condition)
	condition, _ := marked.Unmark()
	if condition.IsKnown() && !condition.IsNull() {
		if b, err := convert.Convert(condition, cty.Bool); err == nil {
			taken := e.FalseResult
			if b.True() {
				taken = e.TrueResult
			}
			return l.branch(e, taken, at, path, isSensitive(marked))
		}
	}
	whole := l.leaf(l.scope.value(e), e, at, path)
	if whole.State != model.Unknown {
		return whole
	}
	// What fails in one of them need not come to pass.
	l.scope.in.ev.quietly(func() { whole.Why.Alternatives = l.alternatives(e, at, path) })
	if whole.Sensitive {
		return concealed(whole)
	}
	return whole
}

// branch is the branch of a conditional that applies. The other one has a say
// in its type.
func (l lowering) branch(e *hclsyntax.ConditionalExpr, taken hclsyntax.Expression, at model.Origin, path string, sensitive bool) model.Value {
	whole := l.scope.value(e)
	if ty := whole.Type(); ty.IsPrimitiveType() && !l.scope.value(taken).Type().Equals(ty) {
		return l.leaf(whole, e, at, path)
	}
	v := l.tree(taken, at, path)
	if sensitive {
		return concealed(v)
	}
	return v
}

func (l lowering) alternatives(e *hclsyntax.ConditionalExpr, at model.Origin, path string) []model.Value {
	var found []model.Value
	for _, branch := range [...]hclsyntax.Expression{e.TrueResult, e.FalseResult} {
		v := l.tree(branch, at, path)
		if v.State == model.Unknown && len(v.Why.Alternatives) > 0 {
			found = append(found, v.Why.Alternatives...)
		} else {
			found = append(found, v)
		}
	}
	if len(found) > maxAlternatives {
		return nil
	}
	return found
}

// jsonTree lowers the objects and lists of JSON syntax.
func (l lowering) jsonTree(expr hcl.Expression, at model.Origin, path string) (model.Value, bool) {
	if _, native := expr.(hclsyntax.Expression); native {
		return model.Value{}, false
	}
	if elements, diags := hcl.ExprList(expr); !diags.HasErrors() {
		list := make([]model.Value, len(elements))
		for i, element := range elements {
			list[i] = l.tree(element, l.origin(element.Range(), at.Name), path)
		}
		return model.List(list, at), true
	}
	pairs, diags := hcl.ExprMap(expr)
	if diags.HasErrors() {
		return model.Value{}, false
	}
	members := model.NewDraft(len(pairs))
	for _, pair := range pairs {
		key := l.scope.value(pair.Key)
		if key.IsMarked() || textOf(key) == "" {
			return model.Value{}, false
		}
		name := key.AsString()
		where := hcl.RangeBetween(pair.Key.Range(), pair.Value.Range())
		called, below := named(at.Name, path, name)
		members.Set(name, l.tree(pair.Value, l.origin(where, called), below))
	}
	return model.Record(members.Members(), at), true
}

// text lowers a string that is put together, which is v without its document: here the
// pieces belong to the resource. They are kept where it is not known: a policy of which
// one ARN is unknown can still be judged.
func (l lowering) text(v cty.Value, e hclsyntax.Expression, at model.Origin, path string) model.Value {
	whole := l.leaf(v, e, at, path)
	if whole.State == model.Unknown {
		l.parts(&whole, l.scope.pieces(e))
	}
	return whole
}

// parts notes the pieces of a text that is not known as a whole.
func (l lowering) parts(whole *model.Value, pieces []hclsyntax.Expression) {
	if len(pieces) == 0 {
		return
	}
	whole.Why.Parts = make([]model.Value, len(pieces))
	for i, piece := range pieces {
		whole.Why.Parts[i] = l.part(piece, l.origin(piece.Range(), whole.Origin.Name))
	}
	noteEnds(whole.Why)
}

// noteEnds notes what a text starts and ends with, as its pieces tell.
func noteEnds(why *model.Cause) {
	why.Suffix = knownEnd(why.Parts)
	if start, firm := knownStart(why.Parts); len(start) > len(why.Prefix) && firm {
		why.Prefix = start
	}
}

// knownEnd is the text of the parts after the last that is not known, and what that ends with.
func knownEnd(parts []model.Value) string {
	end := ""
	for _, p := range slices.Backward(parts) {
		if p.State == model.Unknown {
			return p.Why.Suffix + end
		}
		text, ok := p.Data.(string)
		if !ok {
			break
		}
		end = text + end
	}
	return end
}

// knownStart is the text of the parts before the first that is not known, and what that starts
// with. It is firm if it stays as it is whatever follows.
func knownStart(parts []model.Value) (start string, firm bool) {
	for _, p := range parts {
		if p.Sensitive {
			break
		}
		if p.State == model.Unknown && p.Why.Prefix != "" {
			return start + p.Why.Prefix, true
		}
		text, ok := p.Data.(string)
		if !ok || p.State != model.Known {
			break
		}
		start += text
	}
	return start, endsInDigit(start)
}

func (l lowering) part(e hclsyntax.Expression, at model.Origin) model.Value {
	v := l.scope.value(e)
	if plain, marks := v.Unmark(); plain.IsKnown() && plain.Type() != cty.String {
		if text, err := convert.Convert(plain, cty.String); err == nil {
			v = text.WithMarks(marks)
		}
	}
	// The references of the parts were noted with the whole.
	return lowering{scope: l.scope}.leaf(v, e, at, "")
}

// leaf lowers an evaluated value.
func (l lowering) leaf(v cty.Value, expr hcl.Expression, at model.Origin, path string) model.Value {
	l.leaves.add(v)
	l.given = l.scope.handedIn(expr)
	out := l.convert(v, at, path)
	if out.State != model.Unknown || out.Why.Key != "" {
		return out
	}
	out.Why.Key = l.scope.keyOf(expr)
	if out.Why.Reason == afterApply {
		out.Why.Reason = l.scope.reasonOf(expr)
	}
	if likely, sure := l.scope.foreseen(expr); sure {
		out.Why.Alternatives = []model.Value{l.convert(likely, at, path)}
	}
	return out
}

// keyOf is a text that two expressions share only if they will have the same
// value: the source of the expression, or of that which a plain reference leads
// to through locals, arguments and outputs.
func (s *scope) keyOf(expr hcl.Expression) string {
	expr = bare(expr)
	key := s.textKey(expr)
	for range maxModuleDepth {
		var ok bool
		if s, expr, ok = s.definition(expr); !ok {
			break
		}
		expr = bare(expr)
		further := s.textKey(expr)
		if further == "" {
			break
		}
		key = further
	}
	return key
}

// textKey is the source of an expression where it means the same everywhere in
// the module instance.
func (s *scope) textKey(expr hcl.Expression) string {
	for _, t := range s.in.ev.variables(expr) {
		root := t.RootName()
		if root == "each" || root == "count" || root == "self" || s.rebinds(root) {
			return ""
		}
	}
	text := s.in.ev.text(s.in.source, expr)
	if text == "" || strings.Contains(text, "(") && (strings.Contains(text, "uuid") || strings.Contains(text, "timestamp") || strings.Contains(text, "bcrypt")) {
		return ""
	}
	return s.in.address + "|" + text
}

// convert turns a cty value into one of the model. References in its marks
// become references of the resource.
func (l lowering) convert(v cty.Value, at model.Origin, path string) model.Value {
	v, marks := v.Unmark()
	out := model.Value{Origin: at, Sensitive: l.sensitive, Given: l.given}
	var refs []ref
	if len(marks) > 0 {
		if _, ok := marks[funcs.Sensitive]; ok {
			out.Sensitive, l.sensitive = true, true
		}
		refs = refsOf(marks)
		l.note(refs, path)
	}
	switch {
	case v.IsNull():
		return out
	case !v.IsKnown():
		if len(refs) == 0 {
			refs = l.around
		}
		out.State, out.Why = model.Unknown, causeOf(v, refs)
	default:
		l.around = partial(refs)
		l.known(&out, v, path)
	}
	if doc := documentOf(marks); doc != nil {
		encoding(&out, doc.lower())
	}
	return out
}

// encoding gives a value the structure that it encodes, or the pieces that it is put
// together from.
func encoding(out *model.Value, doc *model.Value) {
	if doc == nil {
		return
	}
	if out.Sensitive {
		hidden := concealed(*doc)
		doc = &hidden
	}
	if out.State == model.Unknown && doc.State == model.Unknown && len(doc.Why.Parts) > 0 {
		out.Why.Parts, out.Why.Suffix = calledAs(out.Origin.Name, doc.Why.Parts), doc.Why.Suffix
		if len(doc.Why.Prefix) > len(out.Why.Prefix) {
			out.Why.Prefix = doc.Why.Prefix
		}
		return
	}
	out.Doc = doc
}

// calledAs are the pieces of a text that another attribute gets, by the name of that one.
func calledAs(name string, parts []model.Value) []model.Value {
	parts = slices.Clone(parts)
	for i := range parts {
		if parts[i].Origin.Name == "" {
			parts[i].Origin.Name = name
		}
	}
	return parts
}

func (l lowering) known(out *model.Value, v cty.Value, path string) {
	out.State = model.Known
	ty := v.Type()
	switch {
	case ty == cty.String:
		out.Data = v.AsString()
	case ty == cty.Bool:
		out.Data = v.True()
	case ty == cty.Number:
		f := numberOf(v)
		if math.IsInf(f, 0) {
			out.State, out.Why = model.Unknown, &model.Cause{Reason: "the number is infinite", NotNull: true}
			return
		}
		out.Data = f
	case ty.IsObjectType():
		members := make([]model.Member, 0, len(ty.AttributeTypes()))
		for name := range ty.AttributeTypes() {
			members = append(members, model.Member{Name: name})
		}
		members = model.MembersOf(members) // for their references to be noted in order
		for i := range members {
			members[i] = l.member(out.Origin, path, members[i].Name, v.GetAttr(members[i].Name))
		}
		out.Data = model.Members(members)
	case ty.IsMapType():
		members := make([]model.Member, 0, v.LengthInt())
		for it := v.ElementIterator(); it.Next(); {
			key, v := it.Element()
			members = append(members, l.member(out.Origin, path, textOf(key), v))
		}
		out.Data = model.MembersOf(members)
	case v.CanIterateElements():
		elements := make([]model.Value, 0, v.LengthInt())
		for it := v.ElementIterator(); it.Next(); {
			_, element := it.Element()
			elements = append(elements, l.convert(element, out.Origin, path))
		}
		out.Data = elements
	default:
		out.State, out.Why = model.Unknown, &model.Cause{Reason: "its type is not one of the language"}
	}
}

// member is a member of an object that stands at a place.
func (l lowering) member(at model.Origin, path, name string, v cty.Value) model.Member {
	called, below := named(at.Name, path, name)
	at.Name = called
	return model.Member{Name: name, Value: l.convert(v, at, below)}
}

// numberOf is a number as the model has it. Most are whole and small, and then nothing is rounded.
func numberOf(v cty.Value) float64 {
	number := v.AsBigFloat()
	if whole, exact := number.Int64(); exact == big.Exact && -1<<53 <= whole && whole <= 1<<53 {
		return float64(whole)
	}
	f, _ := number.Float64()
	return f
}

// afterApply is the reason of an unknown for which nothing else accounts.
const afterApply = "known after apply"

// causeOf says why a value is unknown and what is known of it.
func causeOf(v cty.Value, refs []ref) *model.Cause {
	cause := &model.Cause{Reason: afterApply}
	if len(refs) > 0 {
		cause.Reason = refs[0].why()
	}
	if v.Type() != cty.DynamicPseudoType {
		known := v.Range()
		cause.NotNull = known.DefinitelyNotNull()
		if v.Type() == cty.String {
			cause.Prefix = known.StringPrefix()
		}
	}
	if len(refs) == 1 && refs[0].isIdentity() && (v.Type() == cty.String || v.Type() == cty.DynamicPseudoType) {
		cause.Key = join(refs[0].to, refs[0].attr)
		cause.NotNull = cause.NotNull || refs[0].generated || vocabulary.Identifies(refs[0].attr)
		cause.NotEmpty = cause.NotNull
	}
	return cause
}

// note adds references to the resource in which the value is written.
func (l lowering) note(refs []ref, path string) {
	if l.owner == nil {
		return
	}
	for _, r := range refs {
		if r.kind == refVariable {
			continue
		}
		noted := model.Ref{Path: path, To: r.to, Attr: r.attr, Exact: !r.partial}
		if !slices.Contains(l.owner.Refs, noted) {
			l.owner.Refs = append(l.owner.Refs, noted)
		}
	}
}
