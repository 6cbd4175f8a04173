package dockerfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/view"
)

// lowering is one file on its way into the model.
type lowering struct {
	source  *source
	options Options
	scope   *model.Scope
	diags   diag.List
	global  variables // of the ARGs before the first FROM
	stages  []*stage
	counts  map[string]int // of instructions, by address
	ignores []model.Value
}

// stage is what the instructions of a stage have come to so far.
type stage struct {
	resource *model.Resource
	body     map[string]model.Value
	line     int // in the Dockerfile
	parent   *stage
	vars     variables
	shell    []string
	windows  bool
}

func newLowering(s *source, o Options) *lowering {
	global := variables{args: map[string]model.Value{}}
	for _, name := range predefined {
		platform := model.Undecided(fmt.Sprintf("$%s depends on the platform of the build", name), model.Origin{})
		platform.Why.NotNull = true
		global.args[name] = platform
	}
	return &lowering{
		source:  s,
		options: o,
		scope:   &model.Scope{Root: s.file, Format: model.Dockerfile},
		global:  global,
		counts:  map[string]int{},
	}
}

// current is the stage that is being read, nil before the first.
func (l *lowering) current() *stage {
	if len(l.stages) == 0 {
		return nil
	}
	return l.stages[len(l.stages)-1]
}

func (l *lowering) vars() variables {
	if s := l.current(); s != nil {
		return s.vars
	}
	return l.global
}

// keywords are the instructions there are, but for FROM and ONBUILD.
var keywords = []string{
	"add", "arg", "cmd", "copy", "entrypoint", "env", "expose", "healthcheck", "label", "maintainer", "run", "shell",
	"stopsignal", "user", "volume", "workdir",
}

// instruction lowers a line of the file. What BuildKit would refuse is reported,
// and judged all the same as far as it can be read.
func (l *lowering) instruction(node *parser.Node) {
	l.validate(node)
	keyword := strings.ToLower(node.Value)
	if l.current() == nil && keyword != "from" && keyword != "arg" {
		l.diags.Errorf(l.source.whole(node.StartLine, node.EndLine), "%s stands before the first FROM", strings.ToUpper(keyword))
	}
	l.pragma(node)
	t := l.source.join(node.StartLine, node.EndLine)
	switch {
	case keyword == "from":
		l.from(node, t)
	case keyword == "onbuild":
		l.onbuild(node, t)
	case slices.Contains(keywords, keyword):
		l.add(newInstruction(l, node, t, 0))
	}
}

// pragma keeps the comments by which hadolint's users silence it.
func (l *lowering) pragma(node *parser.Node) {
	for _, comment := range node.PrevComment {
		if strings.HasPrefix(comment, "hadolint ") {
			at := model.Origin{Range: l.source.whole(node.StartLine, node.StartLine), Name: "ignore"}
			l.ignores = append(l.ignores, model.Text(comment, at))
		}
	}
}

// onbuild lowers what stands behind ONBUILD, which may be an instruction that is
// forbidden there.
func (l *lowering) onbuild(node *parser.Node, t *text) {
	i := newInstruction(l, node, t, 0)
	if node.Next == nil || len(node.Next.Children) == 0 {
		l.add(i)
		return
	}
	inner := node.Next.Children[0]
	inner.StartLine, inner.EndLine, inner.Heredocs = node.StartLine, node.EndLine, node.Heredocs
	triggered := newInstruction(l, inner, t, max(0, strings.LastIndex(t.joined, inner.Original)))
	if !slices.Contains(keywords, triggered.keyword) || triggered.keyword == "maintainer" {
		i.body["triggers"] = model.Text(strings.ToUpper(inner.Value), i.origin("triggers"))
		l.add(i)
		return
	}
	triggered.onbuild = true
	l.add(triggered)
}

// add puts an instruction into the scope.
func (l *lowering) add(i *instruction) {
	i.lower()
	s, prefix := l.current(), l.source.prefix()
	if s != nil {
		prefix = s.resource.Address + "."
		i.body["stage"] = model.Text(s.resource.Address, i.origin("stage"))
		i.body["stage_index"] = model.Number(float64(len(l.stages)-1), i.origin("stage_index"))
		s.resource.Location.End = i.resource.Location.End
	}
	i.body["onbuild"] = model.Flag(i.onbuild, i.origin("onbuild"))
	block := prefix + strings.ToUpper(i.keyword)
	i.resource.Block = fmt.Sprintf("%s[%d]", block, l.counts[block])
	i.resource.Address = i.resource.Block
	l.counts[block]++
	i.resource.Body = model.Object(i.body, i.at(i.resource.Location, ""))
	l.scope.Add(i.resource)
	if s != nil && !i.onbuild {
		s.take(i)
	}
}

// take has an instruction change what is in force in its stage.
func (s *stage) take(i *instruction) {
	switch i.keyword {
	case "user", "workdir":
		s.body[i.keyword] = i.body[singular(i.keyword)]
	case "healthcheck":
		s.body["healthcheck"] = i.body["form"]
	case "cmd", "entrypoint":
		s.body[i.keyword] = i.body["form"]
	case "shell":
		s.shell = nil
		for _, word := range i.words {
			s.shell = append(s.shell, spelled(word))
		}
	}
}

// from begins a stage.
func (l *lowering) from(node *parser.Node, t *text) {
	i := newInstruction(l, node, t, 0)
	args := i.rest()
	s := &stage{resource: i.resource, body: i.body, line: node.StartLine}
	index := len(l.stages)
	var image model.Value
	if len(args) > 0 {
		image = l.global.expand(args[0].text, rune(l.source.escape), i.at(args[0].Range, "image"))
		i.body["image"] = image
		if image.Data == "" {
			l.diags.Errorf(args[0].Range, "%s comes to nothing: ARG counts for FROM only if it stands before the first one", args[0].text)
		}
	}
	i.resource.Address = strconv.Itoa(index)
	if len(args) == 3 && strings.EqualFold(args[1].text, "as") {
		i.resource.Address = strings.ToLower(args[2].text)
		i.body["name"] = model.Text(args[2].text, i.at(args[2].Range, "name"))
	}
	i.resource.Address = l.source.prefix() + i.resource.Address
	i.resource.Block = i.resource.Address
	i.body["index"] = model.Number(float64(index), i.origin("index"))
	i.flags(l.global)
	s.inherit(l.named(spelled(image)), spelled(image))
	if s.parent != nil {
		i.body["parent"] = model.Text(s.parent.resource.Address, image.Origin)
	}
	l.stages = append(l.stages, s)
	l.scope.Add(i.resource)
}

// named is the stage of that name, nil if there is none so far.
func (l *lowering) named(name string) *stage {
	for _, s := range slices.Backward(l.stages) {
		if own, ok := s.body["name"]; ok && strings.EqualFold(spelled(own), name) {
			return s
		}
	}
	return nil
}

// inherited are the settings that an image hands on to those built from it.
var inherited = [...]string{"user", "workdir", "healthcheck", "cmd", "entrypoint"}

// inherit starts a stage with what its parent has come to.
func (s *stage) inherit(parent *stage, image string) {
	s.parent = parent
	if parent == nil {
		s.vars = variables{args: map[string]model.Value{}, env: map[string]model.Value{}, open: image != "scratch"}
		s.windows = view.ImageOf(image).Windows() || strings.HasPrefix(spelled(s.body["platform"]), "windows/")
		return
	}
	s.vars, s.shell, s.windows = parent.vars.clone(), parent.shell, parent.windows
	for _, name := range inherited {
		if v, ok := parent.body[name]; ok {
			s.body[name] = v
		}
	}
}

// finish settles what only the whole file tells.
func (l *lowering) finish() {
	final := l.final()
	for s := final; s != nil; s = s.parent {
		s.body["shipped"] = model.Flag(true, model.Origin{Name: "shipped"})
	}
	for _, s := range l.stages {
		if _, ok := s.body["shipped"]; !ok {
			s.body["shipped"] = model.Flag(false, model.Origin{Name: "shipped"})
		}
		s.body["final"] = model.Flag(s == final, model.Origin{Name: "final"})
		s.resource.Body = model.Object(s.body, model.Origin{Range: s.resource.Location, Resource: s.resource})
	}
	l.image(final)
}

// final is the stage that is built if nobody asks for another.
func (l *lowering) final() *stage {
	if l.options.Target != "" {
		if s := l.named(l.options.Target); s != nil {
			return s
		}
		if n, err := strconv.Atoi(l.options.Target); err == nil && n >= 0 && n < len(l.stages) {
			return l.stages[n]
		}
	}
	return l.current()
}

// image adds the resource for the file as a whole.
func (l *lowering) image(final *stage) {
	r := &model.Resource{Type: "docker_image", Address: l.source.prefix() + "image", Mode: model.Managed}
	r.Block = r.Address
	r.Location = l.source.whole(1, 1)
	body := map[string]model.Value{}
	at := model.Origin{Range: r.Location, Resource: r}
	if len(l.ignores) > 0 {
		body["ignores"] = model.List(l.ignores, at)
	}
	if final != nil {
		r.Location = final.resource.Location
		at.Range = l.source.whole(final.line, final.line)
		body["stage"] = model.Text(final.resource.Address, at)
		base := final
		for base.parent != nil {
			base = base.parent
		}
		body["base"] = base.body["image"]
		for _, name := range inherited {
			if v, ok := final.body[name]; ok {
				body[name] = v
			}
		}
	}
	r.Body = model.Object(body, at)
	l.scope.Add(r)
}
