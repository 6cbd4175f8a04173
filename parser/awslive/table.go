package awslive

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed table.txt
var tableText string

// A service is how its operations are called.
type service struct {
	name     string
	protocol string // json1.0, json1.1, query, ec2, rest-json, rest-xml
	version  string // the target's prefix in JSON, else the API's version
	endpoint string // the first label of the host's name
	signing  string
	iam      string // what its permissions begin with
	global   bool   // one place for all regions
	homed    bool   // which is the host of a region
}

// A Reader says how the resources of a type are read.
type Reader struct {
	Type string
	id   string // templates of a row's members
	arn  string
	only tests // of the rows
	as   string
	asIf test
	keep test // of what "each" answers
	list *operation
	// under list for each row of list what is read, where that does not do it itself.
	under []*operation
	each  []*operation
	// lacks are paths below those that an operation fills, which it does not return, and writeOnly nobody is told.
	lacks, writeOnly []string
	hides            []hidden
	elsewhere        []string // attributes that other readers tell
	// single tells that the type is of what an account has one of, which has no settings if the list finds nothing.
	single bool
	// cloud is how Cloud Control lists the type; then there is no list.
	cloud *cloud
}

// cloud is a type that Cloud Control reads.
type cloud struct {
	parent string   // the type whose resources it is listed by
	model  string   // the property that names the parent, or JSON
	needs  []string // the permissions of the handlers
	global bool
}

// An operation is one call.
type operation struct {
	name    string // "ec2:DescribeVolumes"
	service *service
	action  string
	request string   // in the words of the protocol
	literal bool     // the request has no names to fill in
	rows    string   // where the answer has what is listed, "/" before rows in rows
	pageIn  string   // the member of the request that asks for the next page
	pageOut string   // and that of the answer that says there is one
	none    []string // faults that say that there is nothing
	needs   string   // the permission, where it is not the name
	fills   []fill
	only    test // of the rows that it is asked about
	place   bool // it tells in which region the row is
	exists  bool // it tells whether the resource is there
}

// permission is what a policy has to allow.
func (o *operation) permission() string {
	if o.needs != "" {
		return o.needs
	}
	return o.service.iam + ":" + o.action
}

// A fill puts a part of an answer into the document.
type fill struct {
	from, to string
	fns      []string // see apply
	like     bool     // names are the same but for case
}

// A hidden path is kept out of the snapshot because it may hold a secret, where the objects that have it pass the test.
type hidden struct {
	path string
	when test
}

// tests are passed together.
type tests []test

func (all tests) ask(row any) bool {
	return !slices.ContainsFunc(all, func(t test) bool { return !t.ask(row) })
}

// A test asks whether a member of a row is a word.
type test struct {
	path  string
	words []string
	not   bool
}

func (t test) ask(row any) bool {
	if t.path == "" {
		return true
	}
	text := textAt(row, t.path)
	for _, w := range t.words {
		if strings.EqualFold(w, text) {
			return !t.not
		}
	}
	return t.not
}

func newTest(text string) test {
	path, words, _ := strings.Cut(text, "=")
	stem, not := strings.CutSuffix(path, "!")
	return test{stem, strings.Split(words, "|"), not}
}

// services are those of the table, once Readers were asked for.
var services = map[string]*service{}

// Readers are all that the table has, in its order.
var Readers = sync.OnceValue(func() []*Reader {
	p := parser{services: services}
	for text := range strings.Lines(tableText) {
		text, _, _ = strings.Cut(text, " #")
		if strings.TrimSpace(text) != "" && text[0] != '#' {
			p.line(strings.TrimRight(text, " \n"))
		}
	}
	return p.readers
})

type parser struct {
	services map[string]*service
	readers  []*Reader
	last     *operation
}

func (p *parser) line(text string) {
	words := strings.Fields(text)
	depth := len(text) - len(strings.TrimLeft(text, " "))
	switch {
	case words[0] == "service":
		p.service(words[1:])
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

// cloud reads "AWS::Type cc [global] [parent=AWS::Type:Property] [model=JSON] [writes=Path,Path] [hides=Path] needs=a:B,c:D".
func (p *parser) cloud(words []string) {
	r := &Reader{Type: words[0], cloud: &cloud{}}
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "global":
			r.cloud.global = true
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
