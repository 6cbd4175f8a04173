package triage

import "strings"

// checkov reads ID[,ID][:reason], which in Checkov is about the block around it.
func (p *phrase) checkov() {
	p.reach = enclosing
	ids, reason, _ := strings.Cut(p.rest, ":")
	words := strings.Fields(ids)
	taken := p.list(words)
	p.reason = reasonOf(strings.Join(words[taken:], " ") + " " + reason)
	p.named()
}

// terrascan reads ID reason.
func (p *phrase) terrascan() {
	p.reach = enclosing
	words := strings.Fields(p.rest)
	taken := p.list(words)
	p.reason = reasonOf(strings.Join(words[taken:], " "))
	p.named()
}

// named refuses a directive without a name.
func (p *phrase) named() {
	if len(p.names) == 0 {
		p.refuse("it names no check")
	}
}

// trivy reads ID[:exp:DATE][:ws:WORKSPACE] reason, tfsec's form as well.
func (p *phrase) trivy() {
	word, reason, _ := strings.Cut(p.rest, " ")
	parts := strings.Split(word, ":")
	if strings.Contains(parts[0], "[") {
		p.refuse("Lintel does not read what narrows it to some values of an attribute; an exception can name the instances")
		return
	}
	p.ids(parts[0])
	p.reason = reasonOf(reason)
	for parts = parts[1:]; len(parts) > 1; parts = parts[2:] {
		switch parts[0] {
		case "exp":
			if !p.date(parts[1]) {
				return
			}
		case "ws":
			p.workspace = parts[1]
		default:
			p.refuse("%q in it is not known", parts[0])
			return
		}
	}
	p.named()
}

// kics reads the commands of KICS. Those that name no query are about all that
// KICS looks for, which is not all that Lintel does.
func (p *phrase) kics() {
	command, reason, _ := strings.Cut(p.rest, " ")
	command, ids, _ := strings.Cut(command, "=")
	p.form += " " + command
	p.reason = reasonOf(reason)
	switch command {
	case "ignore":
		p.reach = wholeFile
	case "ignore-line":
		p.reach = justLine
	case "ignore-block":
		p.reach = nextBlock
	case "disable":
		p.reach = wholeFile
		p.ids(ids)
		p.named()
		return
	case "enable":
		p.none = true
		p.diags.Infof(p.at, "kics-scan enable is not read: all checks that were asked for judge this file")
		return
	default:
		p.none = true
		return
	}
	p.names = []name{{text: p.form, everyKICS: true}}
}

// hadolint reads [global] ignore=ID[,ID]. Its other comments are no suppressions.
func (p *phrase) hadolint() {
	rest := p.rest
	p.reach = justLine
	if after, ok := strings.CutPrefix(rest, "global "); ok {
		rest = strings.TrimSpace(after)
		p.reach = everywhere
	}
	key, rest, ok := strings.Cut(rest, "=")
	if !ok || strings.TrimSpace(key) != "ignore" {
		p.none = true
		return
	}
	p.form = "hadolint ignore"
	words := strings.Fields(rest)
	taken := p.list(words)
	p.reason = reasonOf(strings.Join(words[taken:], " "))
	p.named()
}
