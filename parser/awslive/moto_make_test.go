//go:build aws

package awslive

import (
	"bufio"
	"encoding/json"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// maker makes resources in moto through the APIs of services, by the SDK for Python, on which moto stands. What makes
// what is said in testdata/made.txt.
type maker struct {
	t       *testing.T
	says    io.Writer
	hears   *bufio.Reader
	recipes map[string][]recipe // by type, the first of which makes it
}

// recipe is one call.
type recipe struct {
	property           string // that has to be there
	each, before       bool
	service, operation string
	members            [][2]string // and where they come from
	ref                string
}

// made is what others know a resource by.
type made struct {
	ref   string
	names []string
}

func newMaker(t *testing.T, endpoint string) *maker {
	t.Helper()
	program := exec.Command(python(), "testdata/make.py", endpoint, deployed.Region)
	in, err := program.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Skipf("no Python: %v", err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = program.Wait() })
	return &maker{t: t, says: in, hears: bufio.NewReader(out), recipes: recipes(t)}
}

func recipes(t *testing.T) map[string][]recipe {
	t.Helper()
	text, err := os.ReadFile("testdata/made.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, typ := map[string][]recipe{}, ""
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		var r recipe
		if line[0] != ' ' {
			typ = words[0]
		} else {
			r.before = words[0] == "-"
			r.property, r.each = strings.CutPrefix(words[0], "*")
		}
		r.service, r.operation, _ = strings.Cut(words[1], ":")
		for _, word := range words[2:] {
			member, from, _ := strings.Cut(word, "=")
			if member == "ref" {
				r.ref = from
				continue
			}
			r.members = append(r.members, [2]string{member, from})
		}
		if r.before {
			all[typ] = slices.Insert(all[typ], 0, r)
		} else {
			all[typ] = append(all[typ], r)
		}
	}
	return all
}

// make makes the resources of a template, each before what refers to it, and tells what they are known by, and what they
// are then: what refers to others does it by that. It is not ok where an API refuses one.
func (m *maker) make(resources []snapshot.Resource) (known map[string]made, are []snapshot.Resource, ok bool) {
	are, known = slices.Clone(resources), map[string]made{}
	for id, real := range m.network(are) {
		replaceIn(are, id, real)
	}
	for range are {
		next := slices.IndexFunc(are, func(r snapshot.Resource) bool {
			return known[lastWord(r.ARN)].names == nil && !refersTo(r, are, known)
		})
		if next < 0 {
			return nil, nil, false
		}
		r := are[next]
		one, fine := m.one(r)
		if !fine || r.ARN == "" { // of what the platform makes itself
			return nil, nil, false
		}
		known[lastWord(r.ARN)] = one
		replaceIn(are, strconv.Quote(r.ID), strconv.Quote(one.ref))
		replaceIn(are, strconv.Quote(r.ARN), strconv.Quote(one.arn()))
		replaceIn(are, r.ARN+"/", one.arn()+"/")
		replaceIn(are, r.ARN+":", one.arn()+":")
	}
	return known, are, true
}

func replaceIn(resources []snapshot.Resource, from, to string) {
	for i := range resources {
		resources[i].Document = json.RawMessage(strings.ReplaceAll(string(resources[i].Document), from, to))
	}
}

// network makes the networks that resources name and that the template does not declare, and says what they are called.
func (m *maker) network(resources []snapshot.Resource) map[string]string {
	const vpc = "vpc-0123456789abcdef0"
	out := map[string]string{deployed.Account: "123456789012"}
	for _, thing := range [...]struct{ id, operation, ref, cidr string }{
		{vpc, "CreateVpc", "answer.Vpc.VpcId", "10.0.0.0/16"},
		{"subnet-0123456789abcdef0", "CreateSubnet", "answer.Subnet.SubnetId", "10.0.255.0/24"},
		{"sg-0123456789abcdef0", "CreateSecurityGroup", "answer.GroupId", ""},
	} {
		named := func(r snapshot.Resource) bool { return strings.Contains(string(r.Document), thing.id) }
		if thing.id != vpc && !slices.ContainsFunc(resources, named) {
			continue
		}
		in := map[string]any{"VpcId": out[vpc], "CidrBlock": thing.cidr, "Description": "another"}
		if answer, ok := m.call(recipe{service: "ec2", operation: thing.operation}, in, nil, "", "another"); ok {
			out[thing.id] = textAt(answer, thing.ref)
		}
	}
	return out
}

// refersTo tells a resource that names one which is not there yet.
func refersTo(r snapshot.Resource, all []snapshot.Resource, known map[string]made) bool {
	return slices.ContainsFunc(all, func(other snapshot.Resource) bool {
		text := string(r.Document)
		return other.ID != r.ID && known[lastWord(other.ARN)].names == nil && (strings.Contains(text, other.ID) || strings.Contains(text, other.ARN))
	})
}

// arn is the one that a service has given, or else the id.
func (m made) arn() string {
	if i := slices.IndexFunc(m.names, func(name string) bool { return strings.HasPrefix(name, "arn:") }); i >= 0 {
		return m.names[i]
	}
	return m.ref
}

func (m *maker) one(r snapshot.Resource) (made, bool) {
	document := members(r)
	var out made
	for _, c := range m.recipes[r.Type] {
		for _, part := range c.parts(document) {
			answer, ok := m.call(c, document, part, out.ref, "example-"+strings.ToLower(lastWord(r.ARN)))
			if !ok && !c.before {
				return made{}, false
			}
			if c.property == "" {
				out = made{firstText(oneOf(at(answer, c.ref))), append(texts(at(answer, "answer")), texts(at(answer, "request"))...)}
			}
		}
	}
	return out, out.names != nil
}

// parts are what a call is made for: nil where that is the whole.
func (c recipe) parts(document map[string]any) []any {
	if c.property == "" || c.before {
		return []any{nil}
	}
	part := document[c.property]
	if part == nil || part == false {
		return nil
	}
	if c.each {
		return rowsAt(part, "")
	}
	return []any{part}
}

func (m *maker) call(c recipe, document map[string]any, part any, ref, name string) (answer any, ok bool) {
	request := map[string]any{}
	if part == nil {
		maps.Copy(request, document)
	} else if inner, ok := part.(map[string]any); ok {
		maps.Copy(request, inner)
	}
	for _, member := range c.members {
		var v any
		switch from := member[1]; {
		case from == "@":
			v = ref
		case from == "." && part == nil:
			v = document
		case from == ".":
			v = part
		case from == "~":
			v = name
		case from[0] == '"':
			v = strings.Trim(from, `"`)
		case part == nil:
			v = document[from]
		default:
			v = at(part, from)
		}
		if v != nil {
			nest(request, member[0], v)
		}
	}
	text, _ := json.Marshal(map[string]any{"service": c.service, "operation": c.operation, "members": request, "name": name})
	if _, err := m.says.Write(append(text, '\n')); err != nil {
		m.t.Fatal(err)
	}
	line, err := m.hears.ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &answer) != nil {
		m.t.Fatalf("nothing is heard of %s: %v", text, err)
	}
	if fault := textAt(answer, "fault"); fault != "" {
		m.t.Logf("REFUSED %s:%s: %s", c.service, c.operation, fault)
		return nil, false
	}
	return answer, true
}

// texts are those in an answer, ARNs of what it is about before those of what that refers to.
func texts(v any) []string {
	var all []string
	switch data := v.(type) {
	case string:
		all = append(all, data)
	case []any:
		for _, e := range data {
			all = append(all, texts(e)...)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(data)) {
			all = append(all, texts(data[name])...)
		}
	}
	return all
}
