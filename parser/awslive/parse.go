package awslive

import "strings"

// parser reads the table, whose head has its grammar.
type parser struct {
	services map[string]*service
	readers  []*Reader
	unread   map[string]string // reasons by type
	last     *operation
}

func (p *parser) line(text string) {
	words := strings.Fields(text)
	depth := len(text) - len(strings.TrimLeft(text, " "))
	switch {
	case words[0] == "service":
		p.service(words[1:])
	case words[0] == "unread":
		p.unread[words[1]] = strings.Join(words[2:], " ")
	case depth == 0 && words[1] == "cc":
		p.cloud(words)
	case depth == 0:
		p.reader(words)
	case depth == 2:
		p.part(words, text)
	default:
		p.fill(words)
	}
}

func (p *parser) service(words []string) {
	s := &service{name: words[0], protocol: words[1], version: words[2], endpoint: words[0], signing: words[0], iam: words[0]}
	for _, w := range words[3:] {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "endpoint":
			s.endpoint = value
		case "signing":
			s.signing = value
		case "iam":
			s.iam = value
		case "header":
			s.header = value
		case "global":
			s.global = true
		case "home":
			s.global, s.homed = true, true
		default:
			wrong(w)
		}
	}
	p.services[s.name] = s
}

func (p *parser) reader(words []string) {
	r := &Reader{Type: words[0], id: words[1]}
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, ":")
		switch key {
		case "arn":
			r.arn = w
		case "=":
			r.arn = value
		case "if":
			r.only = append(r.only, newTest(value))
		case "keep":
			r.keep = newTest(value)
		case "as":
			typ, condition, _ := strings.Cut(value, "?")
			r.as, r.asIf = typ, newTest(condition)
		case "single":
			r.single = true
		default:
			if !strings.HasPrefix(w, "{") {
				wrong(w)
			}
			r.arn = w
		}
	}
	p.readers = append(p.readers, r)
}

// cloud reads "AWS::Type cc [global] [arn=ARN] [parent=AWS::Type:Property] [model=JSON] [writes=Path,Path] [hides=Path] needs=a:B,c:D".
func (p *parser) cloud(words []string) {
	r := &Reader{Type: words[0], cloud: &cloud{}}
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "global":
			r.cloud.global = true
		case "arn":
			r.arn = value
		case "parent":
			at := strings.LastIndexByte(value, ':')
			r.cloud.parent, r.cloud.model = value[:at], value[at+1:]
		case "model":
			r.cloud.model = value
		case "writes":
			r.writeOnly = strings.Split(value, ",")
		case "hides":
			for path := range strings.SplitSeq(value, ",") {
				r.hides = append(r.hides, hidden{path: path})
			}
		case "needs":
			r.cloud.needs = strings.Split(value, ",")
		default:
			wrong(w)
		}
	}
	p.readers = append(p.readers, r)
}

func (p *parser) part(words []string, text string) {
	r := p.readers[len(p.readers)-1]
	switch words[0] {
	case "list":
		r.list = p.operation(words[1:], text)
	case "under":
		r.under = append(r.under, p.operation(words[1:], text))
	case "elsewhere":
		r.elsewhere = append(r.elsewhere, words[1:]...)
	case "each":
		r.each = append(r.each, p.operation(words[1:], text))
	case "lacks":
		r.lacks = append(r.lacks, words[1:]...)
	case "hides":
		r.hide(words[1:])
	case "writes":
		r.writeOnly = append(r.writeOnly, words[1:]...)
	default:
		wrong(text)
	}
}

// hide reads "Path Path …", or "Path if MEMBER=WORD".
func (r *Reader) hide(words []string) {
	if len(words) == 3 && words[1] == "if" {
		r.hides = append(r.hides, hidden{words[0], newTest(words[2])})
		return
	}
	for _, path := range words {
		r.hides = append(r.hides, hidden{path: path})
	}
}

// operation reads "service:Action [rows] [if:PATH=WORD] [page=IN<OUT] [none=A,B] [needs=a:B] [-- REQUEST]".
func (p *parser) operation(words []string, text string) *operation {
	name, action, _ := strings.Cut(words[0], ":")
	o := &operation{name: words[0], service: p.services[name], action: action}
	if o.service == nil {
		wrong(words[0])
	}
	_, o.request, _ = strings.Cut(text, " -- ")
	for _, w := range words[1:] {
		if w == "--" {
			break
		}
		key, value, has := strings.Cut(w, "=")
		condition, isTest := strings.CutPrefix(w, "if:")
		switch {
		case isTest:
			o.only = newTest(condition)
		case w == "place":
			o.place = true
		case w == "exists":
			o.exists = true
		case !has:
			o.rows = w
		case key == "page":
			o.pageIn, o.pageOut, has = strings.Cut(value, "<")
			if !has {
				o.pageOut = o.pageIn
			}
		case key == "none":
			o.none = strings.Split(value, ",")
		case key == "needs":
			o.needs = value
		default:
			wrong(w)
		}
	}
	p.last = o
	return o
}

// fill reads "Name Name …", or "path => Property.Path [fn …]".
func (p *parser) fill(words []string) {
	if len(words) > 2 && words[1] == "=>" {
		p.last.fills = append(p.last.fills, fill{from: strings.TrimPrefix(words[0], "."), to: words[2], fns: words[3:]})
		return
	}
	for _, w := range words {
		p.last.fills = append(p.last.fills, fill{from: w, to: w, like: true})
	}
}

func wrong(text string) { panic("awslive: the table has no sense for " + text) }
