package secret

import "strings"

// InScript tells what credential a script holds, "" if none is recognised: one that
// stands anywhere in it, or one that a line gives to a variable by whose name it is one.
func InScript(text string) string {
	if what := In(text); what != "" {
		return what
	}
	for line := range strings.Lines(text) {
		name, value := assignment(line)
		if what := Named(name, value); what != "" {
			return what
		}
	}
	return ""
}

// assignment is the variable that a line of a shell script sets first, and its text:
// none where the shell puts that together.
func assignment(line string) (name, value string) {
	line = strings.TrimSpace(line)
	line = strings.TrimSpace(strings.TrimPrefix(line, "export "))
	name, value, found := strings.Cut(line, "=")
	if !found || strings.ContainsFunc(name, func(r rune) bool { return r > 127 || !wordOrDash(byte(r)) }) {
		return "", ""
	}
	value = strings.TrimPrefix(value, `\`) // of a quote that a here-document keeps
	if quote := value[:min(1, len(value))]; quote == `"` || quote == "'" {
		value, _, _ = strings.Cut(value[1:], quote)
		value = strings.TrimSuffix(value, `\`)
	} else if end := strings.IndexAny(value, " \t;&|"); end >= 0 {
		value = value[:end]
	}
	if strings.ContainsAny(value, "$`") {
		return "", ""
	}
	return name, value
}
