package tfplan

import "strings"

// address is a resource address taken apart.
type address struct {
	modules []step // module.NAME[KEY], outermost first
	data    bool
	typ     string
	name    string
	key     string // "[0]", `["a"]` or ""
}

type step struct{ name, key string }

// splitAddress takes apart an instance address or a reference. rest is what
// follows, a path of attributes.
func splitAddress(s string) (a address, rest string, ok bool) {
	for {
		word, tail := cutName(s)
		if word != "module" {
			break
		}
		name, tail := cutName(tail)
		key, tail := cutKey(tail)
		a.modules = append(a.modules, step{name, key})
		s = strings.TrimPrefix(tail, ".")
	}
	word, tail := cutName(s)
	if word == "data" {
		a.data = true
		word, tail = cutName(tail)
	}
	a.typ = word
	a.name, tail = cutName(tail)
	a.key, tail = cutKey(tail)
	return a, strings.TrimPrefix(tail, "."), a.typ != "" && a.name != ""
}

// cutName cuts the first word off, and the dot after it.
func cutName(s string) (name, rest string) {
	end := strings.IndexAny(s, ".[")
	if end < 0 {
		return s, ""
	}
	if s[end] == '.' {
		return s[:end], s[end+1:]
	}
	return s[:end], s[end:]
}

// cutKey cuts an instance key off: a number, or a string in quotes that may
// hold brackets itself.
func cutKey(s string) (key, rest string) {
	if !strings.HasPrefix(s, "[") {
		return "", s
	}
	quoted := false
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quoted:
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ']' && !quoted:
			return s[:i+1], s[i+1:]
		}
	}
	return "", s
}

// local is the address within its module, without key.
func (a address) local() string {
	if a.data {
		return "data." + a.typ + "." + a.name
	}
	return a.typ + "." + a.name
}

// module is the address of the module instance, "" for the root.
func (a address) module() string {
	var b strings.Builder
	for i, m := range a.modules {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString("module." + m.name + m.key)
	}
	return b.String()
}

// block is the whole address without any key.
func (a address) block() string {
	var b strings.Builder
	for _, m := range a.modules {
		b.WriteString("module." + m.name + ".")
	}
	b.WriteString(a.local())
	return b.String()
}

func within(module, local string) string {
	if module == "" {
		return local
	}
	return module + "." + local
}

// ModuleOf is the address of the module instance in which a resource lies, ""
// for the root.
func ModuleOf(resource string) string {
	a, _, _ := splitAddress(resource)
	return a.module()
}

// ModuleAround is the address of the module instance that calls another one.
func ModuleAround(module string) string {
	around, _ := parentOf(module)
	return around
}
