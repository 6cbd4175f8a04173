package all

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// apart are the examples that Terraform does not put in the same way, and why.
var apart = map[string]string{
	"aws/cloudfront/no_origin_failover maybe/counted.cfn.yaml":                     "in Terraform each member is written, if only by an unknown name",
	"aws/ec2/egress_all_protocols good/default.cfn.yaml":                           "the rule that the platform makes is written out",
	"aws/ec2/rule_without_description good/default_egress.cfn.yaml":                "the rule that the platform makes is written out",
	"aws/elasticache/replication_group_without_authentication good/token.cfn.yaml": "a dynamic reference is never empty, and Terraform has none",
	"aws/firehose/credential_in_code bad/written.cfn.yaml":                         "the table leaves out what Firehose writes to Redshift",
	"aws/fsx/file_system_backup_disabled maybe/type.cfn.yaml":                      "in Terraform each kind of file system has a type",
	"aws/fsx/file_system_backup_disabled maybe/untyped.cfn.yaml":                   "in Terraform each kind of file system has a type",
	"aws/kms/key_rotation_disabled bad/custom_store.cfn.yaml":                      "in a template the origin says that there is a store, which Terraform names",
	"aws/lambda/permission_s3_unowned good/account.cfn.yaml":                       "a pseudo parameter is never empty, as a variable may be",
}

// What a template declares gets the verdicts that the same gets where it is written
// in Terraform: each example is translated, and judged by its check in both.
func TestTemplatesAndTerraformAgree(t *testing.T) {
	tried := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		if strings.HasPrefix(check.Path, "cloudformation/") || check.Loss {
			return // it is about what only a template has, or about two states of one
		}
		for _, e := range examplesOf(t, check) {
			if e.Format != model.CloudFormation {
				continue
			}
			template, _, err := parse(e)
			if err != nil {
				t.Fatal(err)
			}
			differs := false
			for _, scope := range possible(template) {
				fault := compareTwin(check, scope)
				differs = differs || fault != ""
				if fault != "" && apart[check.Path+" "+e.Name] == "" {
					t.Errorf("%s: %s", e.Name, fault)
				}
			}
			if !differs && apart[check.Path+" "+e.Name] != "" {
				t.Errorf("%s does agree", e.Name)
			}
			tried++
		}
	})
	if tried == 0 {
		t.Error("nothing was tried")
	}
	t.Logf("%d templates were tried", tried)
}

// possible are the scopes that a template may turn out to be, without what no table
// maps: that has no twin.
func possible(template *model.Scope) []*model.Scope {
	scopes := []*model.Scope{template}
	for i, o := range template.Outcomes {
		scopes = append(scopes[:i], o.Scope)
	}
	for i, scope := range scopes {
		scopes[i] = &model.Scope{Root: scope.Root, Format: scope.Format}
		for _, r := range scope.Resources {
			if !r.Native {
				scopes[i].Add(r)
			}
		}
	}
	return scopes
}

// compareTwin says how Terraform's twin of a template is judged otherwise.
func compareTwin(check *checks.Entry, scope *model.Scope) string {
	text := translated(scope)
	twin, err := twinOf(text)
	if err != nil {
		return fmt.Sprintf("%v\n%s", err, text)
	}
	graft.Fold(scope)
	wholes := wholesOf(scope)
	want, got := ballots(check, scope, wholes), ballots(check, twin, wholes)
	if slices.Equal(want, got) {
		return ""
	}
	return fmt.Sprintf("the template gets %q, and in Terraform %q:\n%s", want, got, text)
}

// twinOf reads Terraform source as if it were a template: what absence means is
// the platform's word, and differs.
func twinOf(text string) (*model.Scope, error) {
	scope, diags, err := terraform.New(fstest.MapFS{"main.tf": {Data: []byte(text)}}).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		return nil, err
	}
	if diags.HasErrors() {
		return nil, fmt.Errorf("%v", diags)
	}
	scope.Format = model.CloudFormation
	graft.Fold(scope)
	return scope, nil
}

// wholesOf says of the resources that a table made of a piece of another one of
// which: findings name that.
func wholesOf(scope *model.Scope) map[string]string {
	wholes := map[string]string{}
	for _, r := range scope.Resources {
		whole := r
		for whole.PartOf != nil {
			whole = whole.PartOf
		}
		wholes[plainName(r.Address)] = plainName(whole.Address)
	}
	return wholes
}

// ballots are the verdicts of a check on each resource that its author declared.
func ballots(check *checks.Entry, scope *model.Scope, wholes map[string]string) []string {
	found, judged := deployed.Judge(check, scope)
	list := []string{fmt.Sprint("judged: ", len(judged) > 0)}
	for _, f := range found {
		list = append(list, fmt.Sprint(f.Verdict, " ", wholes[plainName(f.Resource.Address)]))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

var unplain = regexp.MustCompile(`\W`)

// plainName is an address as a name in Terraform.
func plainName(address string) string {
	if _, name, ok := strings.Cut(address, "."); ok && strings.HasPrefix(address, "aws_") {
		address = name
	}
	return "r_" + strings.TrimPrefix(unplain.ReplaceAllString(address, "_"), "r_")
}

// translation writes the resources of a scope as Terraform's.
type translation struct {
	strings.Builder
	scope     *model.Scope
	resource  *model.Resource
	variables int
}

func translated(scope *model.Scope) string {
	w := &translation{scope: scope}
	for _, r := range scope.Resources {
		if r.Mode != model.Managed {
			continue
		}
		w.resource = r
		fmt.Fprintf(w, "resource %q %q {\n", r.Type, plainName(r.Address))
		if r.Doubtful {
			fmt.Fprintf(w, "count = %s ? 1 : 0\n", w.unknown())
		}
		w.body(vocabulary.Resource(r.Type), r.Body)
		w.WriteString("}\n")
	}
	for i := range w.variables {
		fmt.Fprintf(w, "variable \"v%d\" {}\n", i)
	}
	return w.String()
}

func (w *translation) unknown() string {
	w.variables++
	return fmt.Sprintf("var.v%d", w.variables-1)
}

func (w *translation) body(schema *vocabulary.Schema, v model.Value) {
	members, _ := v.Data.(model.Members)
	for name, member := range members.All() {
		member := member
		block := schema.Block(name)
		switch {
		case member.State == model.Absent:
		case block == nil:
			fmt.Fprintf(w, "%s = %s\n", name, w.expression(member))
		case member.State == model.Unknown:
			w.dynamic(name, block, member)
		default:
			w.blocks(name, block, member)
		}
	}
}

func (w *translation) blocks(name string, block *vocabulary.Block, v model.Value) {
	list, ok := v.Data.([]model.Value)
	if !ok {
		list = []model.Value{v}
	}
	for _, e := range list {
		if e.State == model.Unknown && e.IsSet() != model.Yes {
			w.dynamic(name, block, e)
			continue
		}
		if e.State == model.Unknown { // there is one, whichever it is
			e = undecidedIn(block, e)
		}
		fmt.Fprintf(w, "%s {\n", name)
		w.body(block.Schema, e)
		w.WriteString("}\n")
	}
}

// undecidedIn is a block of which each attribute is as unknown as the whole.
func undecidedIn(block *vocabulary.Block, whole model.Value) model.Value {
	inside := map[string]model.Value{}
	for _, a := range block.Attributes {
		if a.Optional || a.Required {
			inside[a.Name] = model.Undecided(whole.Why.Reason, whole.Origin)
		}
	}
	return model.Object(inside, whole.Origin)
}

// dynamic writes blocks of which it is not known whether, or which, they are.
func (w *translation) dynamic(name string, block *vocabulary.Block, v model.Value) {
	fmt.Fprintf(w, "dynamic %q {\nfor_each = %s\ncontent {\n", name, w.expression(v))
	for _, a := range block.Attributes {
		if a.Optional || a.Required {
			fmt.Fprintf(w, "%s = try(%s.value.%s, null)\n", a.Name, name, a.Name)
		}
	}
	w.WriteString("}\n}\n")
}

func (w *translation) expression(v model.Value) string {
	text := w.plain(v)
	if v.Sensitive && v.State == model.Known {
		return "sensitive(" + text + ")"
	}
	return text
}

func (w *translation) plain(v model.Value) string {
	if v.Doc != nil {
		if _, encoded := v.Doc.Data.(string); !encoded {
			return "jsonencode(" + w.expression(*v.Doc) + ")"
		}
		return "base64encode(" + w.expression(*v.Doc) + ")"
	}
	switch v.State {
	case model.Absent:
		return "null"
	case model.Unknown:
		return w.undecided(v)
	}
	switch data := v.Data.(type) {
	case []model.Value:
		words := make([]string, len(data))
		for i, e := range data {
			words[i] = w.expression(e)
		}
		return "[" + strings.Join(words, ", ") + "]"
	case model.Members:
		var words []string
		for name, member := range data.All() {
			words = append(words, fmt.Sprintf("%s = %s", quoted(name), w.expression(member)))
		}
		return "{" + strings.Join(words, ", ") + "}"
	case string:
		return quoted(data)
	}
	return fmt.Sprint(v.Data)
}

func quoted(text string) string {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(strconv.Quote(text))
}

func (w *translation) undecided(v model.Value) string {
	if len(v.Why.Alternatives) > 0 {
		text := w.expression(v.Why.Alternatives[0])
		for _, a := range v.Why.Alternatives[1:] {
			text = fmt.Sprintf("(%s ? %s : %s)", w.unknown(), text, w.expression(a))
		}
		return text
	}
	if len(v.Why.Parts) > 0 {
		var text strings.Builder
		for _, p := range v.Why.Parts {
			if known, ok := p.Data.(string); ok {
				text.WriteString(strings.Trim(quoted(known), `"`))
			} else {
				text.WriteString("${" + w.expression(p) + "}")
			}
		}
		return `"` + text.String() + `"`
	}
	if to := w.reference(v.Why.Key); to != "" {
		return to
	}
	return w.unknown()
}

// reference is what the key of an unknown value refers to: an attribute in either
// language's words.
func (w *translation) reference(key string) string {
	for _, r := range w.scope.Resources {
		attr, ok := strings.CutPrefix(strings.TrimPrefix(key, r.Type+"."), r.Address)
		if !ok || attr != "" && attr[0] != '.' {
			continue
		}
		attr = strings.TrimPrefix(attr, ".")
		for _, ref := range w.resource.Refs {
			if ref.To == r.Address && (attr == "" || vocabulary.Resource(r.Type).Attribute(attr) == nil) {
				attr = ref.Attr
			}
		}
		if vocabulary.Resource(r.Type).Attribute(attr) != nil {
			return fmt.Sprintf("%s.%s.%s", r.Type, plainName(r.Address), attr)
		}
	}
	return ""
}
