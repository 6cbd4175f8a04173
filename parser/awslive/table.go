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
	header   string // "Name:value", that it wants in each request
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
func Readers() []*Reader { return table().readers }

// Unread is why no reader makes resources of a type, which is Terraform's, "" of types that nobody asks for.
func Unread(typ string) (reason string) { return table().unread[typ] }

var table = sync.OnceValue(func() *parser {
	p := &parser{services: services, unread: map[string]string{}}
	for text := range strings.Lines(tableText) {
		text, _, _ = strings.Cut(text, " #")
		if strings.TrimSpace(text) != "" && text[0] != '#' {
			p.line(strings.TrimRight(text, " \n"))
		}
	}
	return p
})
