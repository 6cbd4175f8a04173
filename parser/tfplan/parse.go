// Package tfplan reads what Terraform says of its own work: a plan or a state
// as "terraform show -json" prints it, and raw state files. Resources come out
// as the source reader makes them, at the same addresses, so that the same
// checks give the same verdicts.
package tfplan

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// Parse reads a plan or a state from a file.
func Parse(ctx context.Context, fsys fs.FS, name string) (*model.Scope, diag.List, error) {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, nil, err
	}
	scope, _, diags := Read(src, name, None)
	return scope, diags, ctx.Err()
}

// Read lowers the bytes of a plan or a state. name is what places say. as is what
// they are said to be; with None they speak for themselves. The inputs are the
// values of variables that the plan was made with.
func Read(src []byte, name string, as Kind) (*model.Scope, []terraform.Input, diag.List) {
	at := model.Range{File: name, Start: model.Pos{Line: 1, Column: 1}, End: model.Pos{Line: 1, Column: 1}}
	scope := &model.Scope{Root: name, Format: model.TerraformPlan}
	var diags diag.List
	kind := Detect(src)
	text, err := decodeText(src)
	if kind == Binary || err != nil {
		diags.Add(diag.Diagnostic{
			Severity: diag.Error, Range: at, Summary: "this is a plan in Terraform's own format, which only Terraform reads",
			Detail: fmt.Sprintf("Make JSON of it: terraform show -json %s > plan.json", name),
		})
		return scope, nil, diags
	}
	if kind == None {
		kind = as
	}
	var inputs []terraform.Input
	switch kind {
	case Plan:
		inputs, err = readPlan(scope, text, at, &diags)
	case State:
		scope.Format = model.TerraformState
		err = readState(scope, text, at)
	case RawState:
		scope.Format = model.TerraformState
		err = readRawState(scope, text, at)
	case OldState:
		err = errors.New("the state is of a version before 4; \"terraform show -json\" of a newer Terraform reads it")
	default:
		err = errors.New("it is neither a plan nor a state")
	}
	if err != nil {
		diags.Errorf(at, "cannot read %s: %s", name, err)
	}
	return scope, inputs, diags
}

func readPlan(scope *model.Scope, text []byte, at model.Range, diags *diag.List) ([]terraform.Input, error) {
	var p plan
	if err := decodeFirst(text, &p); err != nil {
		return nil, err
	}
	if v := p.FormatVersion; v != "" && !strings.HasPrefix(v, "0.") && !strings.HasPrefix(v, "1.") {
		diags.Warnf(at, "the plan is of format version %s; up to 1.x is known", v)
	}
	if p.PlannedValues == nil {
		diags.Warnf(at, "the plan has no planned_values: there is nothing in it to judge")
	}
	lowerPlan(scope, &p, at, diags)
	return p.inputs(), nil
}

// inputs are the values of the root's variables, as arguments of Terraform say
// them.
func (p *plan) inputs() []terraform.Input {
	var given []terraform.Input
	for _, name := range slices.Sorted(maps.Keys(p.Variables)) {
		text, isText := p.Variables[name].Value.(string)
		if !isText {
			encoded, err := json.Marshal(p.Variables[name].Value)
			if err != nil || p.Variables[name].Value == nil {
				continue
			}
			text = strings.NewReplacer("${", "$${", "%{", "%%{").Replace(string(encoded))
		}
		given = append(given, terraform.Input{Text: name + "=" + text})
	}
	return given
}

func readState(scope *model.Scope, text []byte, at model.Range) error {
	var s struct{ Values *values }
	if err := decodeFirst(text, &s); err != nil {
		return err
	}
	lowerState(scope, s.Values, at)
	return nil
}

// decodeFirst decodes the first JSON value and leaves what follows. Usually
// nothing does, and a decoder would copy it all.
func decodeFirst(text []byte, into any) error {
	err := json.Unmarshal(text, into)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return json.NewDecoder(bytes.NewReader(text)).Decode(into)
	}
	return err
}

// decodeText makes UTF-8 of UTF-16, which PowerShell's redirection writes, and
// leaves out lines that a wrapper printed before the JSON.
func decodeText(src []byte) ([]byte, error) {
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) || bytes.HasPrefix(src, []byte{0xEF, 0xBB, 0xBF}) {
		decoded, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), src)
		if err != nil {
			return nil, err
		}
		src = decoded
	}
	src = bytes.TrimLeft(src, " \t\r\n")
	if bytes.HasPrefix(src, []byte("{")) {
		return src, nil
	}
	for _, start := range [...]string{"\n{\"format_version\"", "\n{"} {
		if i := bytes.Index(src, []byte(start)); i >= 0 {
			return src[i+1:], nil
		}
	}
	return src, nil
}
