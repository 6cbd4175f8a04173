package cloudformation

import (
	"context"
	"sync"

	"github.com/lintel-iac/lintel/model"
)

// exports are what the templates of a scan export to each other.
type exports struct {
	once   sync.Once
	files  []string
	values map[string]export
}

type export struct {
	value model.Value
	file  string
}

// Share names the templates of a scan: what one exports another may import. It
// is called before the first Parse.
func (l *Loader) Share(files []string) { l.exports.files = files }

// exported finds an export by its name.
func (l *Loader) exported(in Inputs, name string) (export, bool) {
	l.exports.once.Do(func() { l.Over(l.library.fsys, nil).gather(in) })
	if l.used != nil {
		l.used("")
		for _, file := range l.exports.files {
			l.load(file)
		}
	}
	found, ok := l.exports.values[name]
	return found, ok
}

// gather evaluates the exports of all templates. A name that two of them export
// stands for neither: which one is deployed here is not known.
func (l *Loader) gather(in Inputs) {
	l.exports.values = map[string]export{}
	twice := map[string]bool{}
	for _, file := range l.exports.files {
		for name, v := range l.exportsOf(file, in) {
			if _, known := l.exports.values[name]; known {
				twice[name] = true
			}
			l.exports.values[name] = export{value: v, file: file}
		}
	}
	for name := range twice {
		delete(l.exports.values, name)
	}
}

// exportsOf evaluates one template for its exports alone. What is wrong with it
// its own parse says.
func (l *Loader) exportsOf(file string, in Inputs) (found map[string]model.Value) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	t := l.load(file)
	if t.err != nil || t.root.get("Outputs") == nil {
		return nil
	}
	r := newRun(context.Background(), l, file, in)
	r.alone = true
	s := r.stack(t)
	s.given = r.inputsGiven()
	s.declare()
	found = map[string]model.Value{}
	for _, m := range s.unrolled(members(t.root.get("Outputs"))) {
		name := s.evalHere(m.value.path("Export", "Name"), model.Origin{})
		if text, ok := textOf(name); ok {
			found[text] = s.evalHere(m.value.get("Value"), model.Origin{})
		}
	}
	return found
}

// importValue is what another stack exports: known where a template of this scan
// exports it under that name, and the value does not come from a deployment.
func (s *stack) importValue(n *node, at model.Origin) model.Value {
	name := s.evalHere(n, at)
	reason := "is imported from another stack"
	if text, ok := textOf(name); ok {
		reason = "is imported from another stack, as " + text
		if found, ok := s.imported(text); ok {
			if found.value.State == model.Known && !found.value.Sensitive {
				return placed(found.value, at)
			}
			reason = "is imported from " + found.file + ", as " + text
		}
	}
	v := unknown(reason, keyed("ImportValue", name), at)
	v.Sensitive = name.Sensitive
	return v
}

func (s *stack) imported(name string) (export, bool) {
	if s.alone {
		return export{}, false
	}
	return s.loader.exported(s.inputs, name)
}
