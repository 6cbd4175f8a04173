package cloudformation

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// world is what is taken for granted while a branch is evaluated that only
// comes to pass under a condition.
type world struct {
	outer *world
	facts map[string]bool // by the canonical text of a condition
	// pinned and excluded are the texts that an unknown value has or has not, by
	// its key.
	pinned   map[string]string
	excluded map[string][]string
	memo     map[string]model.Truth // of conditions, by name
}

func newWorld(outer *world) *world {
	return &world{outer: outer, memo: map[string]model.Truth{}}
}

func (w *world) fact(text string) (holds, known bool) {
	for ; w != nil && text != ""; w = w.outer {
		if holds, known = w.facts[text]; known {
			return holds, true
		}
	}
	return false, false
}

// narrow is an unknown value as far as this world knows it.
func (w *world) narrow(v model.Value) model.Value {
	if v.State != model.Unknown || v.Why.Key == "" {
		return v
	}
	var not []string
	for at := w; at != nil; at = at.outer {
		if text, ok := at.pinned[v.Why.Key]; ok {
			known := model.Text(text, v.Origin)
			known.Sensitive = v.Sensitive
			return known
		}
		not = append(not, at.excluded[v.Why.Key]...)
	}
	if len(not) == 0 || len(v.Why.Alternatives) == 0 {
		return v
	}
	left := slices.DeleteFunc(slices.Clone(v.Why.Alternatives), func(a model.Value) bool {
		text, ok := textOf(a)
		return ok && slices.Contains(not, text)
	})
	return oneOf(v.Why.Reason, v.Why.Key, v.Origin, left)
}

// declareConditions notes the conditions, and names each canonical text by the
// first condition that says it.
func (s *stack) declareConditions(section *node) {
	s.conditions = map[string]*node{}
	s.spelled, s.labels = map[string]string{}, map[string]string{}
	all := s.unrolled(members(section))
	for _, m := range all {
		s.conditions[m.key] = m.value
	}
	for _, m := range all {
		if text := s.canonical(m.value); text != "" && s.labels[text] == "" {
			s.labels[text] = m.key
		}
	}
}

// condition asks whether a condition holds.
func (s *stack) condition(name string, at model.Range) model.Truth {
	if holds, ok := s.assumed[name]; ok {
		return model.Is(holds)
	}
	if known, ok := s.world.memo[name]; ok {
		return known
	}
	n, ok := s.conditions[name]
	if !ok {
		if s.lenient == "" {
			s.diags.Errorf(at, "there is no condition %q", name)
		}
		return model.Maybe
	}
	if s.naming[name] {
		s.diags.Errorf(at, "the condition %s depends on itself", name)
		return model.Maybe
	}
	s.naming[name] = true
	defer delete(s.naming, name)
	truth := s.holds(n)
	s.world.memo[name] = truth
	return truth
}

// holds asks whether a condition function holds, in the world at hand.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
func (s *stack) holds(n *node) model.Truth {
	truth := s.reckon(n)
	if truth == model.Maybe {
		if holds, known := s.world.fact(s.canonical(n)); known {
			return model.Is(holds)
		}
	}
	return truth
}

func (s *stack) reckon(n *node) model.Truth {
	if !s.spend(1, n.at) {
		return model.Maybe
	}
	name, argument := conditionCall(n)
	switch name {
	case "Condition":
		return s.condition(argument.word(), argument.at)
	case "Fn::Not":
		if operands, ok := s.operands(name, argument, 1, 1); ok {
			return model.Not(s.holds(operands[0]))
		}
		return model.Maybe
	case "Fn::Equals":
		if a, b, ok := s.compared(argument); ok {
			return equal(a, b)
		}
		return model.Maybe
	case "Fn::And", "Fn::Or":
		return s.several(name, argument)
	}
	if b, ok := boolean(n.word()); ok {
		return model.Is(b)
	}
	s.diags.Warnf(n.at, "this is no condition function: whether it holds is not known")
	return model.Maybe
}

func (s *stack) several(name string, argument *node) model.Truth {
	operands, ok := s.operands(name, argument, 1, 10)
	if !ok {
		return model.Maybe
	}
	truth := s.holds(operands[0])
	for _, operand := range operands[1:] {
		if name == "Fn::And" {
			truth = min(truth, s.holds(operand))
		} else {
			truth = max(truth, s.holds(operand))
		}
	}
	return truth
}

// conditionCall is function, where Condition is one, too.
func conditionCall(n *node) (name string, argument *node) {
	if n.kind == object && len(n.members) == 1 && n.members[0].key == "Condition" {
		return "Condition", n.members[0].value
	}
	name, argument = n.function()
	return name, argument
}

// compared are the two values of Fn::Equals.
func (s *stack) compared(argument *node) (a, b model.Value, ok bool) {
	operands, ok := s.operands("Fn::Equals", argument, 2, 2)
	if !ok {
		return a, b, false
	}
	return s.evalHere(operands[0], model.Origin{}), s.evalHere(operands[1], model.Origin{}), true
}

// equal compares values as texts, each alternative for itself.
func equal(a, b model.Value) model.Truth {
	for _, v := range [...]model.Value{a, b} {
		if v.State != model.Unknown || len(v.Why.Alternatives) == 0 {
			continue
		}
		other := b
		if model.Same(v, b) {
			other = a
		}
		low, high := model.Yes, model.No
		for _, alternative := range v.Why.Alternatives {
			truth := equal(alternative, other)
			low, high = min(low, truth), max(high, truth)
		}
		if low == high {
			return low
		}
		return model.Maybe
	}
	left, right := keyOf(a), keyOf(b)
	switch {
	case left != "" && left == right:
		return model.Yes
	case a.State != model.Unknown && b.State != model.Unknown && left != "" && right != "":
		return model.No
	case excludes(a, b), excludes(b, a):
		return model.No
	}
	return model.Maybe
}

// excludes tells that an unknown text cannot be a known one.
func excludes(unknown, known model.Value) bool {
	if unknown.State != model.Unknown {
		return false
	}
	text, ok := textOf(known)
	why := unknown.Why
	return ok && (!strings.HasPrefix(text, why.Prefix) || !strings.HasSuffix(text, why.Suffix) || text == "" && why.NotEmpty)
}

// maxCanonical bounds a condition's text: longer ones are equal to nothing.
const maxCanonical = 2000

// canonical is a text equal for two conditions only if they hold together, ""
// where that cannot be told. The opposite of one has "!" in front.
func (s *stack) canonical(n *node) string {
	text := s.spell(n)
	if len(text) > maxCanonical {
		return ""
	}
	return text
}

func (s *stack) spell(n *node) string {
	name, argument := conditionCall(n)
	switch name {
	case "Condition":
		return s.spellNamed(argument.word())
	case "Fn::Equals":
		if argument.kind != list || len(argument.items) != 2 {
			return ""
		}
		return s.spellEquals(argument)
	case "Fn::Not":
		if argument.kind == list && len(argument.items) == 1 {
			return negated(s.canonical(argument.items[0]))
		}
	case "Fn::And", "Fn::Or":
		return s.spellSeveral(name, argument)
	}
	return ""
}

// spellNamed spells each condition once; one that depends on itself has no text.
func (s *stack) spellNamed(name string) string {
	n, ok := s.conditions[name]
	if !ok {
		return ""
	}
	text, known := s.spelled[name]
	if !known {
		s.spelled[name] = ""
		text = s.canonical(n)
		s.spelled[name] = text
	}
	return text
}

// spellEquals spells the operands as they are without anything taken for granted.
func (s *stack) spellEquals(argument *node) string {
	outside := s.world
	s.world = newWorld(nil)
	a, b, _ := s.compared(argument)
	s.world = outside
	words := []string{keyOf(a), keyOf(b)}
	if slices.Contains(words, "") {
		return ""
	}
	slices.Sort(words)
	return "(" + words[0] + "==" + words[1] + ")"
}

func (s *stack) spellSeveral(name string, argument *node) string {
	var words []string
	for _, operand := range argument.items {
		word := s.canonical(operand)
		if word == "" {
			return ""
		}
		words = append(words, word)
	}
	slices.Sort(words)
	return name + "(" + strings.Join(slices.Compact(words), ",") + ")"
}

func negated(text string) string {
	if text == "" {
		return ""
	}
	if plain, ok := strings.CutPrefix(text, "!"); ok {
		return plain
	}
	return "!" + text
}

// label is what a condition is called by all that depend on it: the first name
// for it, with "!" in front where that name is for the opposite.
func (s *stack) label(name string) string {
	text := s.spellNamed(name)
	if text == "" {
		return s.prefix + name
	}
	if other, ok := s.labels[negated(text)]; ok && (text[0] == '!' || s.labels[text] == "") {
		return "!" + s.prefix + other
	}
	return s.prefix + s.labels[text]
}

// assume is the world in which a condition function holds, or does not.
func (s *stack) assume(n *node, want bool) *world {
	w := newWorld(s.world)
	s.grant(w, n, want, 0)
	return w
}

func (s *stack) assumeNamed(name string, want bool) *world {
	if n, ok := s.conditions[name]; ok {
		return s.assume(n, want)
	}
	return newWorld(s.world)
}

// grant notes all that follows from a condition.
func (s *stack) grant(w *world, n *node, want bool, depth int) {
	if depth > maxDepth {
		return
	}
	if text := s.canonical(n); text != "" {
		set(&w.facts, text, want)
		set(&w.facts, negated(text), !want)
	}
	name, argument := conditionCall(n)
	switch name {
	case "Condition":
		name := argument.word()
		if _, granted := w.memo[name]; granted {
			return
		}
		if inner, ok := s.conditions[name]; ok {
			w.memo[name] = model.Is(want)
			s.grant(w, inner, want, depth+1)
		}
	case "Fn::Not":
		for _, operand := range argument.items {
			s.grant(w, operand, !want, depth+1)
		}
	case "Fn::And", "Fn::Or":
		if want == (name == "Fn::And") {
			for _, operand := range argument.items {
				s.grant(w, operand, want, depth+1)
			}
		}
	case "Fn::Equals":
		if a, b, ok := s.compared(argument); ok {
			w.compare(a, b, want)
			w.compare(b, a, want)
		}
	}
}

func (w *world) compare(unknown, known model.Value, want bool) {
	text, ok := textOf(known)
	if !ok || unknown.State != model.Unknown || unknown.Why.Key == "" {
		return
	}
	if want {
		set(&w.pinned, unknown.Why.Key, text)
	} else {
		set(&w.excluded, unknown.Why.Key, append(w.excluded[unknown.Why.Key], text))
	}
}

func set[T any](m *map[string]T, key string, value T) {
	if *m == nil {
		*m = map[string]T{}
	}
	(*m)[key] = value
}

// in evaluates something in another world.
func (s *stack) in(w *world, do func() model.Value) model.Value {
	outside := s.world
	s.world = w
	defer func() { s.world = outside }()
	return do()
}

// choose is Fn::If. Where the condition is not decided both values are kept.
func (s *stack) choose(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::If", n, 3, 3)
	if !ok {
		return model.Undecided("the arguments of Fn::If cannot be read", at)
	}
	condition := operands[0]
	if condition.kind == scalar {
		condition = objectNode(condition.at).with("Condition", condition)
	}
	switch s.holds(condition) {
	case model.Yes:
		return s.eval(operands[1], at)
	case model.No:
		return s.eval(operands[2], at)
	}
	before := len(s.undecided)
	yes := s.in(s.assume(condition, true), func() model.Value { return s.eval(operands[1], at) })
	no := s.in(s.assume(condition, false), func() model.Value { return s.eval(operands[2], at) })
	name := condition.get("Condition").word()
	if !model.Same(yes, no) {
		s.leaveOpen(name, before)
	}
	return oneOf(dependsOn(name, at.Name, yes, no), s.choiceKey(name, yes, no), at, []model.Value{yes, no})
}

func (s *stack) choiceKey(name string, yes, no model.Value) string {
	label := s.label(name)
	if plain, ok := strings.CutPrefix(label, "!"); ok {
		label, yes, no = plain, no, yes
	}
	return keyed("If "+label, yes, no)
}

// confidential finds properties whose values are not for messages.
var confidential = regexp.MustCompile(`(?i)passw|secret|token|key|credential|auth|user_?data|variables`)

// dependsOn says which value a property has when.
func dependsOn(name, property string, yes, no model.Value) string {
	if name == "" {
		return "depends on a condition that is not decided"
	}
	a, b := briefly(yes), briefly(no)
	if a == b || confidential.MatchString(property) {
		return fmt.Sprintf("depends on the condition %s", name)
	}
	return fmt.Sprintf("depends on the condition %s: %s when %s is true, %s when %s is false", name, a, name, b, name)
}

// briefly is a value in a few words.
func briefly(v model.Value) string {
	switch v.Data.(type) {
	case []model.Value, model.Members:
		return "set"
	}
	if v.State == model.Unknown {
		return "not known"
	}
	text := []rune(v.String())
	if len(text) > 40 {
		return string(text[:40]) + "…"
	}
	return string(text)
}

// decided is a condition function where a value is wanted.
func (s *stack) decided(n *node, at model.Origin) model.Value {
	switch s.holds(n) {
	case model.Yes:
		return model.Flag(true, at)
	case model.No:
		return model.Flag(false, at)
	}
	return model.Undecided("depends on a condition that is not decided", at)
}
