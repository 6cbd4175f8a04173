package awslive

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// document is a resource that is being put together.
type document struct {
	reader  *Reader
	members map[string]any
	unknown map[string]snapshot.Gap
	other   bool // it is what the reader has after "as"
}

func (r *Reader) document() *document {
	return &document{reader: r, members: map[string]any{}, unknown: map[string]snapshot.Gap{}}
}

// take puts into the document what an operation tells.
func (d *document) take(o *operation, answer any) {
	in := vocabulary.CloudFormation(d.reader.Type)
	for _, f := range o.fills {
		v := f.in(answer)
		for _, fn := range f.fns {
			if v != nil || fromNothing(fn) {
				v = apply(fn, v)
			}
		}
		if v == withheld {
			d.unknown[f.to] = snapshot.Gap{State: snapshot.Withheld, Set: true}
		} else if v != nil {
			d.put(f.to, shaped(v, propertyAt(in, f.to)))
		}
	}
}

// tell notes what a row, or an answer about it, says of the type.
func (d *document) tell(of any) {
	d.other = d.other || d.reader.as != "" && d.reader.asIf.ask(of)
}

// in is what an answer has of it.
func (f fill) in(answer any) any {
	if members, ok := answer.(map[string]any); ok && f.like {
		v, _ := member(members, f.from)
		return v
	}
	return at(answer, f.from)
}

// lack notes that an operation did not tell what it would have.
func (d *document) lack(o *operation, gap snapshot.Gap) {
	for _, f := range o.fills {
		d.unknown[f.to] = gap
	}
}

func (d *document) put(path string, v any) {
	members := d.members
	for {
		name, rest, deeper := strings.Cut(path, ".")
		if !deeper {
			members[name] = v
			return
		}
		inner, ok := members[name].(map[string]any)
		if !ok {
			inner = map[string]any{}
			members[name] = inner
		}
		members, path = inner, rest
	}
}

// hide takes out what may be a secret, and notes that something was there.
func (d *document) hide() {
	bare(d.members)
	for _, h := range d.reader.hides {
		if cutOut(d.members, h.path, h.when) {
			d.unknown[h.path] = snapshot.Gap{State: snapshot.Withheld, Set: true}
		}
	}
	for _, path := range secretsIn(d.members, "") {
		if cutOut(d.members, path, test{}) {
			d.unknown[path] = snapshot.Gap{State: snapshot.Withheld, Set: true}
		}
	}
}

// bare takes the passwords out of addresses, and leaves that there are some.
func bare(v any) any {
	switch data := v.(type) {
	case []any:
		for i := range data {
			data[i] = bare(data[i])
		}
	case map[string]any:
		for name := range data {
			data[name] = bare(data[name])
		}
	case string:
		return password.ReplaceAllString(data, "${1}***@")
	}
	return v
}

var password = regexp.MustCompile(`^(https?://[^/@:\s]*:)[^/@\s]+@`)

// secretsIn are the paths of texts that are secrets by their names, and of variables that programs are given, wherever
// a type has such.
func secretsIn(v any, path string) []string {
	var found []string
	switch data := v.(type) {
	case []any:
		for _, e := range data {
			found = append(found, secretsIn(e, path)...)
		}
	case map[string]any:
		for name, inner := range data {
			below := strings.TrimPrefix(path+"."+name, ".")
			text, isText := inner.(string)
			switch {
			case isText && secretName(name) && text != "true" && text != "false":
				found = append(found, below)
			case strings.HasSuffix(name, "EnvironmentVariables") && named(inner):
				found = append(found, below+".Value")
			case strings.HasSuffix(name, "EnvironmentVariables"):
				found = append(found, below)
			default:
				found = append(found, secretsIn(inner, below)...)
			}
		}
	}
	return found
}

// named tells variables that are pairs of a name, which is no secret, and a value.
func named(v any) bool {
	pairs, ok := v.([]any)
	return ok && !slices.ContainsFunc(pairs, func(pair any) bool {
		members, _ := pair.(map[string]any)
		return members["Name"] == nil || slices.ContainsFunc(slices.Collect(maps.Keys(members)), func(name string) bool {
			return name != "Name" && name != "Value" && name != "Type"
		})
	})
}

func secretName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"password", "secret", "secretstring", "authtoken", "privatekey", "accesskey", "apikey", "clientsecret", "presharedkey"},
		func(ending string) bool { return strings.HasSuffix(name, ending) })
}

// cutOut takes away what is at a path, of objects that pass a test, and tells whether something was there.
func cutOut(v any, path string, when test) bool {
	name, rest, deeper := strings.Cut(path, ".")
	switch data := v.(type) {
	case []any:
		found := false
		for _, e := range data {
			found = cutOut(e, path, when) || found
		}
		return found
	case map[string]any:
		inner, there := data[name]
		if deeper || !there || !when.ask(data) {
			return deeper && cutOut(inner, rest, when)
		}
		delete(data, name)
		return true
	}
	return false
}

// resource is the document as a snapshot has it.
func (d *document) resource(id, arn, from string, row any) snapshot.Resource {
	d.hide()
	d.tell(row)
	typ, as := d.reader.Type, ""
	if d.other && d.reader.replaces() {
		typ = d.reader.as
		d.become(typ)
	} else if d.other {
		as = d.reader.as
	}
	for path, gap := range d.unknown {
		name, _, deeper := strings.Cut(path, ".")
		if _, there := d.members[name]; deeper && !there { // the way to it is not known either
			delete(d.unknown, path)
			d.unknown[name] = gap
		}
	}
	text, err := json.Marshal(d.members)
	if err != nil {
		panic(err) // it was made of JSON's own types
	}
	return snapshot.Resource{Type: typ, As: as, ID: id, ARN: arn, From: from, Document: text, Unknown: d.unknown}
}

// become leaves what another type has, too, and notes what it has besides.
func (d *document) become(typ string) {
	names := settable(typ)
	maps.DeleteFunc(d.members, func(name string, _ any) bool { return !slices.Contains(names, name) })
	maps.DeleteFunc(d.unknown, func(path string, _ snapshot.Gap) bool {
		name, _, _ := strings.Cut(path, ".")
		return !slices.Contains(names, name)
	})
	told := d.reader.told()
	for _, name := range names {
		if !slices.Contains(told, name) {
			d.unknown[name] = snapshot.Gap{State: snapshot.Unread}
		}
	}
}

// unread are the paths of a type that no operation of its reader tells: so they are unknown of every resource.
func (r *Reader) unread() map[string]snapshot.Gap {
	unknown := map[string]snapshot.Gap{}
	for _, path := range r.writeOnly {
		unknown[path] = snapshot.Gap{State: snapshot.WriteOnly}
	}
	if r.cloud != nil {
		return unknown
	}
	for _, path := range r.lacks {
		unknown[path] = snapshot.Gap{State: snapshot.Unread}
	}
	told := r.told()
	for _, name := range settable(r.Type) {
		if !slices.Contains(told, name) && !slices.Contains(r.elsewhere, name) && unknown[name].State == "" {
			unknown[name] = snapshot.Gap{State: snapshot.Unread}
		}
	}
	return unknown
}

// told are the attributes that operations of the reader fill.
func (r *Reader) told() []string {
	var names []string
	for _, o := range r.operations() {
		for _, f := range o.fills {
			name, _, _ := strings.Cut(f.to, ".")
			names = append(names, name)
		}
	}
	return names
}

func (r *Reader) operations() []*operation {
	all := slices.Concat(r.each, r.under)
	if r.list != nil {
		all = append(all, r.list)
	}
	return all
}

// settable are the names that a document of a type may have.
func settable(typ string) []string {
	var names []string
	if in := vocabulary.CloudFormation(typ); in != nil {
		for _, p := range in.List {
			names = append(names, p.Name)
		}
		return names
	}
	if schema := vocabulary.Resource(typ); schema != nil {
		for _, a := range schema.Attributes {
			names = append(names, a.Name)
		}
		for _, b := range schema.Blocks {
			names = append(names, b.Name)
		}
	}
	return names
}

func propertyAt(in *vocabulary.Properties, path string) *vocabulary.Property {
	name, rest, deeper := strings.Cut(path, ".")
	p := in.Property(name)
	if p == nil || !deeper {
		return p
	}
	return propertyAt(p.Inside, rest)
}
