package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// expansion is a block with its instances: one, one for each number or key, or
// a single one that stands for an unknown number of them.
type expansion[T any] struct {
	state     nodeState
	kind      keyKind
	instances []expanded[T]
	byKey     map[expansionKey]int
	whole     node // all instances as one value
	single    [1]expanded[T]
}

type expanded[T any] struct {
	key  expansionKey
	what T
}

func (e *expansion[T]) find(key expansionKey) (T, bool) {
	if i, ok := e.byKey[key]; ok {
		return e.instances[i].what, true
	}
	var none T
	return none, false
}

// at is the instance with a key as a reference writes it: a number may stand for
// the string, and the other way round.
func (e *expansion[T]) at(key cty.Value) (T, bool) {
	var none T
	want := cty.String
	if e.kind == keyNumber {
		want = cty.Number
	}
	if key.Type() == cty.Bool {
		return none, false
	}
	key, err := convert.Convert(key, want)
	if err != nil {
		return none, false
	}
	if k, ok := instanceKey(key); ok {
		return e.find(k)
	}
	return none, false
}

// repetition is what count or for_each evaluates to.
type repetition struct {
	kind      keyKind
	keys      []expansionKey
	values    []cty.Value // each.value by key, nil for count
	at        hcl.Range
	condition string // under which the one instance exists, where that is not known
}

// unrepeated is the repetition of a block that is not repeated.
var unrepeated = repetition{kind: keyNone, keys: []expansionKey{{}}}

func (b *body) isRepeated() bool { return b.attr("count") != nil || b.attr("for_each") != nil }

// repeat evaluates the count or for_each of a block.
func (s *scope) repeat(b *body) repetition {
	if a := b.attr("count"); a != nil {
		if other := b.attr("for_each"); other != nil {
			s.in.ev.errorf(other.at, "count and for_each exclude each other; count is taken")
		}
		return s.count(a)
	}
	if a := b.attr("for_each"); a != nil {
		return s.forEach(a)
	}
	return unrepeated
}

func (s *scope) undecided(a *attribute) repetition {
	return repetition{kind: keyUnknown, keys: []expansionKey{{kind: keyUnknown}}, at: a.at, condition: s.conditionOf(a)}
}

func (s *scope) count(a *attribute) repetition {
	ev := s.in.ev
	v := s.value(a.expr)
	if ev.isEphemeral(v) {
		ev.errorf(a.expr.Range(), "count is ephemeral, and instances are not")
	}
	v = plain(v)
	if !v.IsKnown() {
		ev.refuse(a.expr.Range(), "count is not known: one instance is judged in place of them all")
		return s.undecided(a)
	}
	if v.IsNull() {
		ev.errorf(a.expr.Range(), "count is null")
		return s.undecided(a)
	}
	v, err := convert.Convert(v, cty.Number)
	var n int
	if err == nil {
		err = gocty.FromCtyValue(v, &n)
	}
	if err != nil || n < 0 {
		ev.errorf(a.expr.Range(), "count is not a whole number of zero or more")
		return s.undecided(a)
	}
	n = s.limit(a, n)
	keys := make([]expansionKey, n)
	for i := range keys {
		keys[i] = expansionKey{kind: keyNumber, n: i}
	}
	return repetition{kind: keyNumber, keys: keys, at: a.at}
}

// limit cuts a number of instances down to what is evaluated.
func (s *scope) limit(a *attribute, n int) int {
	if n > maxInstances {
		s.in.ev.errorf(a.expr.Range(), "%d instances are more than the %d that are judged; the rest are left out", n, maxInstances)
		return maxInstances
	}
	return n
}

func (s *scope) forEach(a *attribute) repetition {
	ev := s.in.ev
	v := s.value(a.expr)
	marked := v
	v, _ = v.Unmark()
	if r := s.chained(a.expr); r != nil {
		return repetition{kind: keyUnknown, keys: []expansionKey{{kind: keyUnknown}}, values: []cty.Value{r.object()}, at: a.at, condition: r.condition}
	}
	switch ty := v.Type(); {
	case v.IsNull():
		ev.errorf(a.expr.Range(), "for_each is null")
		return s.undecided(a)
	case ty == cty.DynamicPseudoType || !v.IsKnown() && (ty.IsSetType() || ty.IsMapType() || ty.IsObjectType()):
		ev.refuse(a.expr.Range(), "for_each is not known: one instance is judged in place of them all")
		return s.undecided(a)
	case !(ty.IsMapType() || ty.IsObjectType() || ty.IsSetType()):
		ev.errorf(a.expr.Range(), "for_each is %s; it takes a map or a set of strings", ty.FriendlyName())
		return s.undecided(a)
	}
	if isSensitive(marked) {
		ev.errorf(a.expr.Range(), "for_each is sensitive, and its keys would show in addresses")
	}
	if marked.HasMark(funcs.Ephemeral) {
		ev.errorf(a.expr.Range(), "for_each is ephemeral, and instances are not")
	}
	if v.Type().IsSetType() {
		return s.forEachSet(a, v)
	}
	r := repetition{kind: keyString, at: a.at}
	n := s.limit(a, v.LengthInt())
	for it := v.ElementIterator(); it.Next() && len(r.keys) < n; {
		key, value := it.Element()
		key, _ = key.Unmark()
		r.keys = append(r.keys, expansionKey{kind: keyString, s: key.AsString()})
		r.values = append(r.values, value)
	}
	return r
}

func (s *scope) forEachSet(a *attribute, v cty.Value) repetition {
	ev := s.in.ev
	if v = plain(v); !v.IsWhollyKnown() {
		ev.refuse(a.expr.Range(), "for_each has keys that are not known: one instance is judged in place of them all")
		return s.undecided(a)
	}
	if ty := v.Type().ElementType(); ty != cty.String && v.LengthInt() > 0 {
		ev.errorf(a.expr.Range(), "for_each is a set of %s; it takes a map or a set of strings", ty.FriendlyName())
		return s.undecided(a)
	}
	r := repetition{kind: keyString, at: a.at}
	n := s.limit(a, v.LengthInt())
	for it := v.ElementIterator(); it.Next() && len(r.keys) < n; {
		_, value := it.Element()
		if value.IsNull() {
			ev.errorf(a.expr.Range(), "for_each has a null key")
			continue
		}
		r.keys = append(r.keys, expansionKey{kind: keyString, s: value.AsString()})
		r.values = append(r.values, value)
	}
	return r
}

// chained is the instance that stands for all of a block, where for_each is that
// block: there is one instance here for each one there.
func (s *scope) chained(expr hcl.Expression) *resource {
	if e := s.repeated(unwrap(expr)); e != nil && e.kind == keyUnknown {
		return e.instances[0].what
	}
	return nil
}

// byKey evaluates TYPE.NAME[KEY].ATTR without making values of all instances.
// Where these are not known the symbolic instance is meant, and certainly so if
// this block repeats over the same and KEY is its own.
func (s *scope) byKey(e *hclsyntax.RelativeTraversalExpr) (cty.Value, bool) {
	index, ok := e.Source.(*hclsyntax.IndexExpr)
	if !ok {
		return cty.NilVal, false
	}
	expansion := s.repeated(index.Collection)
	if expansion == nil {
		return cty.NilVal, false
	}
	if expansion.kind == keyUnknown {
		r := expansion.instances[0].what
		v, ok := r.path(e.Traversal)
		if !s.isOwnKey(index.Key) || s.condition == "" || s.condition != r.condition {
			v = weaken(v)
		}
		return v, ok
	}
	value := s.value(index.Key)
	if value.IsMarked() || value.IsNull() || !value.IsKnown() {
		return cty.NilVal, false
	}
	r, ok := expansion.at(value)
	if !ok {
		return cty.NilVal, false
	}
	return r.path(e.Traversal)
}

// splat evaluates TYPE.NAME[*].ATTR likewise.
func (s *scope) splat(e *hclsyntax.SplatExpr) (cty.Value, bool) {
	each, ok := e.Each.(*hclsyntax.RelativeTraversalExpr)
	if !ok || each.Source != hclsyntax.Expression(e.Item) {
		return cty.NilVal, false
	}
	expansion := s.repeated(e.Source)
	if expansion == nil || expansion.kind != keyNumber {
		return cty.NilVal, false
	}
	values := make([]cty.Value, len(expansion.instances))
	for i, instance := range expansion.instances {
		if values[i], ok = instance.what.path(each.Traversal); !ok {
			return cty.NilVal, false
		}
	}
	return cty.TupleVal(values), true
}

// repeated is the expansion of the block that an expression names, nil if it
// names none or one that is not repeated.
func (s *scope) repeated(expr hcl.Expression) *expansion[*resource] {
	e, ok := expr.(*hclsyntax.ScopeTraversalExpr)
	if !ok || len(e.Traversal) != 2 || s.vars != nil || s.rebinds(e.Traversal.RootName()) {
		return nil
	}
	name, ok := attrStep(e.Traversal, 1)
	key := resourceKey{model.Managed, e.Traversal.RootName(), name}
	d := s.in.source.resources[key]
	if !ok || d == nil || d == s.own {
		return nil
	}
	found := s.in.expandResource(d)
	if found == nil || found.kind == keyNone {
		return nil
	}
	return found
}

// path is what the steps of a reference lead to within an instance.
func (r *resource) path(t hcl.Traversal) (cty.Value, bool) {
	v, used := r.step(t, 0)
	if used == len(t) {
		return v, true
	}
	stepped, diags := t[used:].TraverseRel(v)
	return stepped, !diags.HasErrors()
}

func (s *scope) isOwnKey(key hclsyntax.Expression) bool {
	e, ok := key.(*hclsyntax.ScopeTraversalExpr)
	return ok && s.key.kind == keyUnknown && (e.Traversal.RootName() == "each" || e.Traversal.RootName() == "count")
}

// conditionOf reads `count = C ? 1 : 0` and `for_each = C ? X : {}` where C is not
// known: the text of C, with "!" before it where the branches are the other way
// round. It is "" where the repetition has another form.
func (s *scope) conditionOf(a *attribute) string {
	c, ok := unwrap(a.expr).(*hclsyntax.ConditionalExpr)
	if !ok {
		return s.sameRepetition(a)
	}
	condition, negated := unwrap(c.Condition), false
	for {
		not, ok := condition.(*hclsyntax.UnaryOpExpr)
		if !ok || not.Op != hclsyntax.OpLogicalNot {
			break
		}
		condition, negated = unwrap(not.Val), !negated
	}
	whenTrue, whenFalse := s.isNone(c.TrueResult), s.isNone(c.FalseResult)
	if whenTrue == whenFalse {
		return s.sameRepetition(a)
	}
	text := s.keyOf(condition)
	if text == "" {
		return ""
	}
	if whenTrue != negated {
		return "!" + text
	}
	return text
}

// sameRepetition is a text that is equal for blocks which repeat over the same.
func (s *scope) sameRepetition(a *attribute) string {
	key := s.keyOf(a.expr)
	if key == "" {
		return ""
	}
	return a.name + " " + key
}

// isNone tells a branch that makes no instance.
func (s *scope) isNone(expr hclsyntax.Expression) bool {
	v := plain(s.value(expr))
	if !v.IsKnown() || v.IsNull() {
		return false
	}
	if v.Type() == cty.Number {
		return v.Equals(cty.Zero).True()
	}
	return v.CanIterateElements() && v.LengthInt() == 0
}

func unwrap(expr hcl.Expression) hcl.Expression {
	for {
		paren, ok := expr.(*hclsyntax.ParenthesesExpr)
		if !ok {
			return expr
		}
		expr = paren.Expression
	}
}

// text is the source of an expression with its white space evened out,
// remembered where there is something to even out.
func (ev *evaluator) text(m *module, expr hcl.Expression) string {
	text := m.sourceText(expr.Range())
	if !strings.ContainsAny(text, "\n\t") && !strings.Contains(text, "  ") {
		return text
	}
	kept, ok := ev.texts[expr]
	if !ok {
		kept = strings.Join(strings.Fields(text), " ")
		ev.texts[expr] = kept
	}
	return kept
}

// sourceText is a stretch of source.
func (m *module) sourceText(r hcl.Range) string {
	src := m.text[r.Filename]
	if r.Start.Byte < 0 || r.End.Byte > len(src) || r.Start.Byte > r.End.Byte {
		return ""
	}
	return string(src[r.Start.Byte:r.End.Byte])
}

// expand makes the instances of a block.
func (e *expansion[T]) expand(r repetition, instance func(key expansionKey, value cty.Value) T) {
	e.kind, e.instances = r.kind, e.single[:0]
	if len(r.keys) > len(e.single) {
		e.instances = make([]expanded[T], 0, len(r.keys))
	}
	if r.kind != keyNone {
		e.byKey = make(map[expansionKey]int, len(r.keys))
	}
	for i, key := range r.keys {
		value := cty.NilVal
		if i < len(r.values) {
			value = r.values[i]
		}
		if e.byKey != nil {
			e.byKey[key] = i
		}
		e.instances = append(e.instances, expanded[T]{key, instance(key, value)})
	}
}
