package dockerfile

import (
	"fmt"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/lintel-iac/lintel/model"
)

// instruction is one on its way into the model.
type instruction struct {
	*lowering
	node     *parser.Node
	text     *text
	cursor   int // in the joined text, up to which its words were found
	keyword  string
	onbuild  bool
	resource *model.Resource
	body     map[string]model.Value
	words    []model.Value // of an exec form
}

// word is a word of an instruction as it is written.
type word struct {
	model.Range
	text string
}

func newInstruction(l *lowering, node *parser.Node, t *text, from int) *instruction {
	keyword := strings.ToLower(node.Value)
	typ := "docker_" + keyword
	if keyword == "from" {
		typ = "docker_stage"
	}
	r := &model.Resource{Type: typ, Mode: model.Managed, Location: l.source.whole(node.StartLine, node.EndLine)}
	i := &instruction{lowering: l, node: node, text: t, cursor: from, keyword: keyword, resource: r, body: map[string]model.Value{}}
	i.find(node.Value)
	return i
}

func (i *instruction) at(r model.Range, name string) model.Origin {
	return model.Origin{Range: r, Name: name, Resource: i.resource}
}

// origin is that of what has no place of its own: its first line.
func (i *instruction) origin(name string) model.Origin {
	first := int(i.resource.Location.Start.Line)
	return i.at(i.source.whole(first, first), name)
}

// find is the place of a word behind the one found before. One that cannot be
// found, since JSON spells it in another way, has the place of the instruction.
func (i *instruction) find(text string) word {
	at := strings.Index(i.text.joined[i.cursor:], text)
	if at < 0 || text == "" {
		first := int(i.resource.Location.Start.Line)
		return word{i.source.whole(first, first), text}
	}
	from := i.cursor + at
	i.cursor = from + len(text)
	return word{i.text.between(from, i.cursor), text}
}

// rest are the words of the instruction behind its flags.
func (i *instruction) rest() []word {
	saved := i.cursor
	for _, flag := range i.node.Flags {
		i.find(flag)
	}
	var words []word
	for n := i.node.Next; n != nil; n = n.Next {
		words = append(words, i.find(n.Value))
	}
	i.cursor = saved
	return words
}

// singular is the attribute of an instruction that says one thing.
func singular(keyword string) string {
	switch keyword {
	case "workdir":
		return "path"
	case "stopsignal":
		return "signal"
	case "maintainer":
		return "name"
	}
	return keyword
}

func (i *instruction) lower() {
	vars := i.vars()
	i.flags(vars)
	switch i.keyword {
	case "user", "workdir", "stopsignal", "maintainer":
		i.single(vars)
	case "env", "label":
		i.pairs(vars)
	case "arg":
		i.arguments(vars)
	case "expose":
		i.list("ports", i.rest(), vars)
	case "volume":
		i.list("paths", i.rest(), vars)
	case "shell":
		i.words = i.list("words", i.rest(), variables{})
	case "add", "copy":
		i.files(vars)
	case "run", "cmd", "entrypoint":
		i.command(i.rest())
	case "healthcheck":
		i.healthcheck()
	}
}

// flags lowers --name=value to attributes. A flag that may be repeated is a list.
func (i *instruction) flags(vars variables) {
	saved := i.cursor
	defer func() { i.cursor = saved }()
	for _, flag := range i.node.Flags {
		w := i.find(flag)
		name, value, given := strings.Cut(strings.TrimPrefix(flag, "--"), "=")
		at := i.at(w.Range, name)
		switch {
		case name == "mount":
			i.repeat("mounts", i.mount(value, at, vars))
		case name == "exclude":
			i.repeat("exclude", vars.expand(value, rune(i.source.escape), at))
		case !given:
			i.body[name] = model.Flag(true, at)
		default:
			i.body[name] = vars.expand(value, rune(i.source.escape), at)
			if name == "platform" {
				i.body["platform_written"] = model.Text(value, at)
			}
			if plain, _, err := (variables{}).lex(value, rune(i.source.escape), nil); name == "from" && err == nil && plain != value {
				i.diags.Errorf(w.Range, "COPY --from takes no variables: give %s a stage of its own, by FROM with an ARG before the first one", value)
			}
		}
	}
}

func (i *instruction) repeat(name string, v model.Value) {
	list, _ := i.body[name].Data.([]model.Value)
	i.body[name] = model.List(append(list, v), v.Origin)
}

// mount reads type=cache,target=/x. Some of its keys have several names.
func (i *instruction) mount(text string, at model.Origin, vars variables) model.Value {
	fields := map[string]model.Value{"type": model.Text("bind", at)}
	for field := range strings.SplitSeq(text, ",") {
		key, value, given := strings.Cut(field, "=")
		switch key = strings.ToLower(strings.Trim(key, `"' `)); key {
		case "dst", "destination":
			key = "target"
		case "src":
			key = "source"
		}
		if !given {
			fields[key] = model.Flag(true, at)
			continue
		}
		fields[key] = vars.expand(strings.TrimSuffix(value, `"`), rune(i.source.escape), at)
	}
	return model.Object(fields, at)
}

func (i *instruction) single(vars variables) {
	words := i.rest()
	if len(words) == 0 {
		return
	}
	name := singular(i.keyword)
	i.body[name] = vars.expand(words[0].text, rune(i.source.escape), i.at(words[0].Range, name))
}

func (i *instruction) list(name string, words []word, vars variables) []model.Value {
	list := make([]model.Value, 0, len(words))
	for _, w := range words {
		at := i.at(w.Range, name)
		if i.verbatim() {
			list = append(list, model.Text(w.text, at))
			continue
		}
		list = append(list, vars.expand(w.text, rune(i.source.escape), at))
	}
	i.body[name] = model.List(list, i.origin(name))
	return list
}

// verbatim tells whether the words are a JSON list that BuildKit takes as it stands:
// it fills variables into one that names files.
func (i *instruction) verbatim() bool {
	return i.node.Attributes["json"] && i.keyword != "add" && i.keyword != "copy" && i.keyword != "volume"
}

// pairs lowers NAME=VALUE …; what ENV defines holds from the next instruction on.
func (i *instruction) pairs(vars variables) {
	var list []model.Value
	defined := map[string]model.Value{}
	for n := i.node.Next; n != nil && n.Next != nil && n.Next.Next != nil; n = n.Next.Next.Next {
		key, value := i.find(n.Value), i.find(n.Next.Value)
		if n.Next.Value == "" {
			value = key
		}
		name := vars.expand(n.Value, rune(i.source.escape), i.at(key.Range, "name"))
		v := vars.expand(n.Next.Value, rune(i.source.escape), i.at(value.Range, spelled(name)))
		pair := map[string]model.Value{"name": name, "value": v, "raw": model.Text(n.Next.Value, v.Origin)}
		list = append(list, model.Object(pair, i.at(key.Range, "pairs")))
		defined[spelled(name)] = v
	}
	i.body["pairs"] = model.List(list, i.origin("pairs"))
	if s := i.current(); s != nil && i.keyword == "env" && !i.onbuild {
		for name, v := range defined {
			s.vars.env[name] = v
		}
	}
}

// arguments lowers ARG NAME[=DEFAULT] ….
func (i *instruction) arguments(vars variables) {
	var list []model.Value
	for _, w := range i.rest() {
		name, text, given := strings.Cut(w.text, "=")
		pair := map[string]model.Value{"name": model.Text(name, i.at(w.Range, "name"))}
		v := i.argument(name, i.at(w.Range, name))
		if given {
			written := vars.expand(text, rune(i.source.escape), i.at(w.Range, name))
			pair["value"], pair["raw"] = written, model.Text(text, written.Origin)
			if _, isGiven := i.options.Args[name]; !isGiven {
				v = written
			}
		}
		list = append(list, model.Object(pair, i.at(w.Range, "pairs")))
		if !i.onbuild {
			vars.args[name] = v
		}
	}
	i.body["pairs"] = model.List(list, i.origin("pairs"))
}

// predefined are arguments that BuildKit gives a value: everywhere in a FROM, and in a
// stage that declares them.
var predefined = []string{
	"TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT",
}

// argument is the value of an ARG without a default: the one given to the build,
// else that of the same name before the first FROM.
func (i *instruction) argument(name string, at model.Origin) model.Value {
	if v, ok := i.options.Args[name]; ok {
		return v
	}
	if v, ok := i.global.args[name]; ok && i.current() != nil {
		return v
	}
	return model.Undecided(fmt.Sprintf("the argument %s has no default", name), at)
}

// files lowers the sources and the destination of ADD and COPY.
func (i *instruction) files(vars variables) {
	words := i.rest()
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	var sources []word
	for _, w := range words[:len(words)-1] {
		if parser.MustParseHeredoc(w.text) != nil {
			i.body["inline"] = model.Flag(true, i.at(w.Range, "inline"))
			continue
		}
		sources = append(sources, w)
	}
	i.list("sources", sources, vars)
	i.body["destination"] = vars.expand(last.text, rune(i.source.escape), i.at(last.Range, "destination"))
}

func (i *instruction) healthcheck() {
	words := i.rest()
	if len(words) == 0 {
		return
	}
	if strings.EqualFold(words[0].text, "none") {
		i.body["form"] = model.Text("none", i.at(words[0].Range, "form"))
		return
	}
	i.command(words[1:])
}
