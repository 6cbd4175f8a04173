package cloudformation

import "github.com/lintel-iac/lintel/model"

// inline reads a template that stands in another as a text. What it declares has
// the place where that is written: its own lines where the text is literal, else
// the property.
func (s *stack) inline(r *resource, body *node) *template {
	text, ok := textOf(s.in(s.worldOf(r), func() model.Value { return s.evalHere(body, model.Origin{}) }))
	if !ok {
		s.diags.Infof(body.at, "the template of %s is not known: what it makes is not seen", r.address)
		return nil
	}
	t := &template{file: s.template.file}
	t.root, t.diags = read(t.file, []byte(text))
	move := mover{body, map[*node]bool{}}
	move.tree(t.root)
	for i := range t.diags {
		t.diags[i].Range = move.place(t.diags[i].Range)
	}
	return t
}

// mover brings places within a text to where the text stands.
type mover struct {
	text *node
	seen map[*node]bool // nodes to which several aliases lead
}

func (m mover) tree(n *node) {
	if m.seen[n] {
		return
	}
	m.seen[n] = true
	n.at = m.place(n.at)
	for _, item := range n.items {
		m.tree(item)
	}
	for i := range n.members {
		n.members[i].at = m.place(n.members[i].at)
		m.tree(n.members[i].value)
	}
}

func (m mover) place(at model.Range) model.Range {
	if m.text.indent == 0 {
		return m.text.at
	}
	for _, pos := range [...]*model.Pos{&at.Start, &at.End} {
		pos.Line += m.text.at.Start.Line
		pos.Column += m.text.indent
	}
	return at
}
