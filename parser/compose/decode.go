package compose

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// limits of what a file may come to: aliases multiply.
const (
	maxValues = 200_000
	maxDepth  = 100
)

// document is one file on its way from YAML to values.
type document struct {
	file   string
	vars   variables
	diags  *diag.List
	values int
	twice  map[*yaml.Node]bool // keys that were reported: aliases come here again
}

// tagged is what an override says about a value besides the value: !reset takes the
// other one away, !override takes its place. Merging takes the tag off.
type tagged struct {
	model.Value
	tag string
}

// decode reads a file. Several documents in it are merged like overrides.
func (p *project) decode(file string) (model.Value, error) {
	data, err := fs.ReadFile(p.fsys, file)
	if err != nil {
		return model.Value{}, err
	}
	d := &document{file: file, vars: p.vars, diags: &p.diags, twice: map[*yaml.Node]bool{}}
	merged := model.Object(nil, model.Origin{Range: model.Range{File: file}})
	loader := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var node yaml.Node
		if err := loader.Decode(&node); err != nil {
			if line, text, ok := syntaxError(err); ok {
				at := model.Pos{Line: int32(line), Column: 1}
				p.diags.Errorf(model.Range{File: file, Start: at, End: at}, "%s", text)
			}
			return merged, nil
		}
		if len(node.Content) == 0 {
			continue
		}
		v := d.value(node.Content[0], "", 0)
		if _, ok := v.Data.(model.Members); !ok {
			p.diags.Errorf(v.Origin.Range, "a Compose file is a mapping at its top")
			continue
		}
		merged = merge(merged, d.canonical(v), "")
	}
}

var atLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`line (\d+)`) })

// syntaxError tells the end of a file from a fault in it.
func syntaxError(err error) (line int, text string, ok bool) {
	if err.Error() == "EOF" {
		return 0, "", false
	}
	line = 1
	if match := atLine().FindStringSubmatch(err.Error()); match != nil {
		line, _ = strconv.Atoi(match[1])
	}
	return line, strings.Join(strings.Fields(err.Error()), " "), true
}

func (d *document) at(n *yaml.Node, name string) model.Origin {
	start := model.Pos{Line: int32(n.Line), Column: int32(n.Column)}
	end := start
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && !strings.Contains(n.Value, "\n") {
		end.Column += int32(len([]rune(n.Value)))
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			end.Column += 2
		}
	}
	return model.Origin{Range: model.Range{File: d.file, Start: start, End: end}, Name: name}
}

var errTooMuch = errors.New("this file comes to too much: aliases multiply, or values nest too deep")

// value turns a node into a value, with its variables filled in.
func (d *document) value(n *yaml.Node, name string, depth int) model.Value {
	if d.values++; d.values == maxValues || depth == maxDepth {
		d.diags.Errorf(d.at(n, "").Range, "%v", errTooMuch)
	}
	if d.values >= maxValues || depth >= maxDepth {
		return model.Undecided(errTooMuch.Error(), d.at(n, name))
	}
	var v model.Value
	switch n.Kind {
	case yaml.AliasNode:
		return d.value(n.Alias, name, depth+1)
	case yaml.MappingNode:
		v = d.mapping(n, name, depth)
	case yaml.SequenceNode:
		list := make([]model.Value, 0, len(n.Content))
		for _, e := range n.Content {
			list = append(list, d.value(e, name, depth+1))
		}
		v = model.List(list, d.at(n, name))
	default:
		v = d.scalar(n, name)
	}
	if n.Tag == "!reset" || n.Tag == "!override" {
		return model.Value{State: model.Known, Data: tagged{v, n.Tag}, Origin: v.Origin}
	}
	return v
}

func (d *document) mapping(n *yaml.Node, name string, depth int) model.Value {
	members, lines := map[string]model.Value{}, map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := lines[key.Value]; twice && !d.twice[key] {
			d.twice[key] = true
			d.diags.Errorf(d.at(key, "").Range, "Compose refuses a key that is there twice: %s stands in line %d, too", key.Value, line)
		}
		lines[key.Value] = key.Line
		if key.Value == "<<" && key.Style == 0 {
			continue
		}
		m := d.value(value, below(name, key.Value), depth+1)
		if m.State == model.Absent || value.Kind != yaml.ScalarNode {
			m.Origin.Range = d.at(key, "").Range // a block begins with its key
		}
		members[key.Value] = m
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "<<" && n.Content[i].Style == 0 {
			d.inherit(members, n.Content[i+1], name, depth)
		}
	}
	return model.Object(members, d.at(n, name))
}

// inherit adds what "<<" refers to: of several mappings the first wins, and what
// is written itself wins over all.
func (d *document) inherit(members map[string]model.Value, n *yaml.Node, name string, depth int) {
	for from := range d.value(n, name, depth+1).Elements() {
		more, _ := from.Data.(model.Members)
		for key, v := range more.All() {
			if _, ok := members[key]; !ok {
				members[key] = v
			}
		}
	}
}

func below(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}

func (d *document) scalar(n *yaml.Node, name string) model.Value {
	at := d.at(n, name)
	if strings.Contains(n.Value, "$") {
		return d.interpolate(n.Value, at)
	}
	switch n.ShortTag() {
	case "!!null":
		return model.Missing(at)
	case "!!bool":
		return model.Flag(strings.EqualFold(n.Value, "true") || strings.EqualFold(n.Value, "yes") || strings.EqualFold(n.Value, "on"), at)
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return model.Number(f, at)
		}
	}
	return model.Text(n.Value, at)
}

// interpolate fills variables into a text. One that cannot be read stays as it is.
func (d *document) interpolate(text string, at model.Origin) model.Value {
	v, err := d.vars.interpolate(text, at)
	if err != nil {
		d.diags.Errorf(at.Range, "cannot read the variables in this text: %v", err)
		return model.Undecided(fmt.Sprintf("its variables cannot be read: %v", err), at)
	}
	return v
}
