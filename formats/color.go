package formats

import "github.com/lintel-iac/lintel/checks"

// palette colours text for a terminal, or leaves it as it is.
type palette bool

func (p palette) paint(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) bold(s string) string   { return p.paint("1", s) }
func (p palette) dim(s string) string    { return p.paint("2", s) }
func (p palette) red(s string) string    { return p.paint("31", s) }
func (p palette) green(s string) string  { return p.paint("32", s) }
func (p palette) yellow(s string) string { return p.paint("33", s) }
func (p palette) blue(s string) string   { return p.paint("34", s) }

func (p palette) severity(of checks.Severity, s string) string {
	switch of {
	case checks.Critical:
		return p.paint("1;31", s)
	case checks.High:
		return p.red(s)
	case checks.Medium:
		return p.yellow(s)
	}
	return p.blue(s)
}
