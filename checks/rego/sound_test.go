package rego

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// conditions are ways to ask about a group whose attributes may not be known. Each is the body of a rule.
var conditions = map[string]string{
	"equal":                 `input.resource.attributes.name == "x"`,
	"turned around":         `"x" == input.resource.attributes.name`,
	"different":             `input.resource.attributes.name != "x"`,
	"negated":               `not input.resource.attributes.name == "x"`,
	"there":                 `input.resource.attributes.name`,
	"not there":             `not input.resource.attributes.name`,
	"flag":                  `input.resource.attributes.revoke_rules_on_delete`,
	"no flag":               `not input.resource.attributes.revoke_rules_on_delete`,
	"by another name":       "r := input.resource\n r.attributes.name == \"x\"",
	"known by another name": "r := input.resource\n r.attributes.description == \"d\"",
	"tag":                   `input.resource.attributes.tags.owner == "a"`,
	"no tag":                `not input.resource.attributes.tags.owner`,
	"tag among some":        `not input.resource.attributes.tags.owner in {"a", "b"}`,
	"any tag":               "some key, value in input.resource.attributes.tags\n value == \"a\"",
	"key of a tag":          "some key, value in input.resource.attributes.tags\n startswith(key, \"own\")",
	"attribute by chance":   "some key, value in input.resource.attributes\n key == \"tags\"\n not value.owner == \"a\"",
	"rule":                  "some rule in input.resource.attributes.ingress\n rule.from_port == 22",
	"rule by number":        "some i\n input.resource.attributes.ingress[i].from_port == 22",
	"rule without":          "some rule in input.resource.attributes.ingress\n not rule.from_port == 22",
	"rule and its list":     "some rule in input.resource.attributes.ingress\n \"10.0.0.0/8\" in rule.cidr_blocks",
	"list of a rule":        "some rule in input.resource.attributes.ingress\n some cidr in rule.cidr_blocks\n endswith(cidr, \"/0\")",
	"count":                 `count([r | some r in input.resource.attributes.ingress; r.from_port == 22]) == 1`,
	"count all":             `count(input.resource.attributes.ingress) > 1`,
	"set":                   `{p | p := input.resource.attributes.ingress[_].from_port} == {22, 443}`,
	"every":                 "every rule in input.resource.attributes.ingress { rule.from_port == 22 }",
	"function":              "is_x(input.resource.attributes.name)",
	"not function":          "not is_x(input.resource.attributes.name)",
	"function of a rule":    "some rule in input.resource.attributes.ingress\n ssh(rule)",
	"not function of one":   "some rule in input.resource.attributes.ingress\n not ssh(rule)",
	"function of all":       "group_ssh(input.resource)",
	"not function of all":   "not group_ssh(input.resource)",
	"default":               `kind == "other"`,
	"else":                  `grade == 2`,
	"helper":                "helper",
	"not helper":            "not helper",
	"partial set":           `22 in ports`,
	"not in partial set":    `not 22 in ports`,
	"get":                   `object.get(input.resource.attributes, "name", "x") == "x"`,
	"get of a rule":         "some rule in input.resource.attributes.ingress\n object.get(rule, \"from_port\", 22) == 22",
	"not get of a rule":     "some rule in input.resource.attributes.ingress\n not object.get(rule, \"from_port\", 22) == 22",
	"walk":                  "walk(input.resource.attributes, [path, value])\n value == 22",
	"not walk":              "not walks",
	"length":                `count(input.resource.attributes.name) > 2`,
	"lower":                 `lower(input.resource.attributes.name) == "x"`,
	"question":              `lintel.is_any(input.resource.attributes.name, ["X", "y"])`,
	"not question":          `not lintel.is_any(input.resource.attributes.name, ["X", "y"])`,
	"is true":               `lintel.is_true(input.resource.attributes.revoke_rules_on_delete)`,
	"not is true":           `not lintel.is_true(input.resource.attributes.revoke_rules_on_delete)`,
	"is empty":              `lintel.is_empty(input.resource.attributes.name)`,
	"not is set":            `not lintel.is_set(input.resource.attributes.tags.owner)`,
	"list has":              `lintel.has(input.resource.attributes.ingress[_].cidr_blocks, "10.0.0.0/8")`,
	"no list has":           `not lintel.has(input.resource.attributes.ingress[_].cidr_blocks, "10.0.0.0/8")`,
	"list of one has not":   "some rule in input.resource.attributes.ingress\n not lintel.has(rule.cidr_blocks, \"10.0.0.0/8\")",
	"question of a name":    "name := input.resource.attributes.name\n not lintel.is_any(name, [\"x\"])",
	"at least":              "some rule in input.resource.attributes.ingress\n lintel.at_least(rule.from_port, 443)",
	"prefix":                `startswith(input.resource.attributes.name, "x")`,
	"number":                "some rule in input.resource.attributes.ingress\n rule.from_port >= 443",
	"two attributes":        `input.resource.attributes.name == input.resource.attributes.tags.owner`,
	"other resource":        "some vpc in input.scope.resources.aws_vpc\n vpc.attributes.cidr_block == \"10.0.0.0/8\"",
	"not other resource":    "some vpc in input.scope.resources.aws_vpc\n not vpc.attributes.cidr_block == \"10.0.0.0/8\"",
	"no other resource":     "not wide_vpc",
	"effective":             `input.resource.effective.name == "x"`,
	"with":                  `helper with input.resource.attributes.description as "e"`,
	"message":               "name := input.resource.attributes.name\n msg := sprintf(\"%s\", [name])\n msg != \"x\"",
	"union of rules":        "some rule in array.concat(input.resource.attributes.ingress, [{\"from_port\": 1}])\n rule.from_port == 22",
	"whole rule":            `{"from_port": 22, "cidr_blocks": ["10.0.0.0/8"]} in input.resource.attributes.ingress`,
	"any attribute":         "input.resource.attributes[_] == \"x\"",
	"any effective":         "some key\n input.resource.effective[key].owner == \"a\"",
	"marshalled":            "some rule in input.resource.attributes.ingress\n contains(json.marshal(rule), \"22\")",
	"not marshalled":        "some rule in input.resource.attributes.ingress\n not contains(json.marshal(rule), \"22\")",
	"marshalled whole":      `not contains(json.marshal(input.resource.attributes), "\"x\"")`,
	"keys":                  `"owner" in object.keys(input.resource.attributes.tags)`,
	"not keys":              `not "owner" in object.keys(input.resource.attributes.tags)`,
	"most":                  `max([p | p := input.resource.attributes.ingress[_].from_port]) > 400`,
	"object of all":         `{k: v | some k, v in input.resource.attributes.tags}.owner == "a"`,
	"union":                 `"owner" in {k | some k, _ in object.union(input.resource.attributes.tags, {"x": 1})}`,
	"slice":                 "some rule in array.slice(input.resource.attributes.ingress, 1, 2)\n not rule.from_port == 22",
	"nested every":          "every rule in input.resource.attributes.ingress { every cidr in rule.cidr_blocks { not endswith(cidr, \"/0\") } }",
	"not of a list":         "not any_ssh",
	"function of a scope":   "some vpc in input.scope.resources.aws_vpc\n not wide(vpc)",
	"both":                  "some rule in input.resource.attributes.ingress\n some vpc in input.scope.resources.aws_vpc\n vpc.attributes.cidr_block in rule.cidr_blocks",
	"not both":              "not shared",
	"in a branch":           "verdict == \"bad\"",
	"same rule":             "some i, a in input.resource.attributes.ingress\n some j, b in input.resource.attributes.ingress\n i < j\n a.from_port == b.from_port",
	"interpolated":          "name := sprintf(\"%v-%v\", [input.resource.attributes.name, input.resource.attributes.tags.owner])\n name == \"x-a\"",
	"set of rules":          `count({rule.from_port | some rule in input.resource.attributes.ingress}) < 2`,
	"with a rule":           "some rule in input.resource.attributes.ingress\n helper with input.resource.attributes.name as rule.from_port",
	"any rule":              `input.resource.attributes.ingress[_]`,
	"some rule":             "some rule in input.resource.attributes.ingress",
	"some rule and more":    "some rule in input.resource.attributes.ingress\n input.resource.attributes.description == \"d\"",
	"some cidr":             "some rule in input.resource.attributes.ingress\n some cidr in rule.cidr_blocks",
	"opened":                "some rule in input.resource.ingress\n rule.from_anywhere",
	"not opened":            "some rule in input.resource.ingress\n not rule.from_public",
	"whole list":            `input.resource.attributes.ingress[0].cidr_blocks == ["10.0.0.0/8"]`,
}

const helpers = `
any_ssh if { some rule in input.resource.attributes.ingress; ssh(rule) }
wide(vpc) if vpc.attributes.cidr_block == "10.0.0.0/8"
shared if { some rule in input.resource.attributes.ingress; some vpc in input.scope.resources.aws_vpc; vpc.attributes.cidr_block in rule.cidr_blocks }
verdict := "bad" if { input.resource.attributes.name == "x" } else := "good" if { input.resource.attributes.tags.owner == "a" } else := "bad"

is_x(name) if name == "x"
ssh(rule) if rule.from_port == 22
group_ssh(r) if { some rule in r.attributes.ingress; rule.from_port == 22 }
default kind := "other"
kind := "x" if input.resource.attributes.name == "x"
grade := 1 if { input.resource.attributes.name == "x" } else := 2 if { input.resource.attributes.description == "d" }
helper if input.resource.attributes.name == "x"
helper if input.resource.attributes.tags.owner == "a"
ports contains rule.from_port if some rule in input.resource.attributes.ingress
walks if { walk(input.resource.attributes, [_, value]); value == 22 }
wide_vpc if { some vpc in input.scope.resources.aws_vpc; vpc.attributes.cidr_block == "10.0.0.0/8" }
`

// hole is a value that may not be known, and the values that it may turn out to have.
type hole struct {
	name   string
	values []model.Value
}

var none = model.Origin{}

func port(n float64) model.Value { return model.Number(n, none) }

func texts(words ...string) model.Value {
	list := make([]model.Value, len(words))
	for i, w := range words {
		list[i] = text(w)
	}
	return model.List(list, none)
}

func rule(from model.Value, cidrs model.Value) model.Value {
	return model.Object(map[string]model.Value{"from_port": from, "cidr_blocks": cidrs}, none)
}

var holes = []hole{
	{"name", []model.Value{text("x"), text("long"), model.Missing(none)}},
	{"flag", []model.Value{model.Flag(true, none), model.Flag(false, none), model.Missing(none)}},
	{"owner", []model.Value{text("a"), text("x"), model.Missing(none)}},
	{"tags", []model.Value{model.Object(map[string]model.Value{"owner": text("a")}, none), model.Missing(none)}},
	{"port", []model.Value{port(22), port(443), model.Missing(none)}},
	{"cidrs", []model.Value{texts("10.0.0.0/8"), texts("0.0.0.0/0", "1.0.0.0/8"), model.Missing(none)}},
	{"rule", []model.Value{rule(port(22), texts("10.0.0.0/8")), rule(port(443), texts("0.0.0.0/0"))}},
	{"ingress", []model.Value{model.List([]model.Value{rule(port(22), texts("10.0.0.0/8"))}, none), model.List(nil, none)}},
	{"vpc", []model.Value{text("10.0.0.0/8"), text("10.1.0.0/16")}},
}

// group is a security group in a scope with a network. The holes that are given are filled as given.
func group(fill map[string]model.Value) *model.Resource {
	get := func(name string, otherwise model.Value) model.Value {
		if v, ok := fill[name]; ok {
			return v
		}
		return otherwise
	}
	tags := model.Object(map[string]model.Value{"owner": get("owner", text("b")), "team": text("t")}, none)
	elements := []model.Value{rule(port(443), texts("1.2.3.4/32")), rule(get("port", port(80)), get("cidrs", texts("2.0.0.0/8")))}
	if r := get("rule", model.Value{}); r.State != model.Absent {
		elements = append(elements, r)
	}
	rules := model.List(elements, none)
	scope := &model.Scope{Format: model.Terraform, Defaults: vocabulary.Defaults}
	g := &model.Resource{Type: "aws_security_group", Address: "aws_security_group.g", Mode: model.Managed, Body: model.Object(map[string]model.Value{
		"name":                   get("name", text("n")),
		"description":            text("d"),
		"revoke_rules_on_delete": get("flag", model.Flag(true, none)),
		"tags":                   get("tags", tags),
		"ingress":                get("ingress", rules),
	}, none)}
	vpc := &model.Resource{Type: "aws_vpc", Address: "aws_vpc.v", Mode: model.Managed, Body: model.Object(map[string]model.Value{
		"cidr_block": get("vpc", text("10.2.0.0/16")),
	}, none)}
	scope.Add(g)
	scope.Add(vpc)
	return g
}

// judge is what a policy says of a group.
func judge(t *testing.T, entry *checks.Entry, fill map[string]model.Value) checks.Verdict {
	t.Helper()
	found, judged, err := checks.Judge(entry, group(fill))
	if err != nil || !judged {
		t.Fatalf("%v: judged %v, %v", fill, judged, err)
	}
	verdict := checks.Passed
	for _, f := range found {
		if f.Verdict == checks.Fail || verdict == checks.Passed {
			verdict = f.Verdict
		}
	}
	return verdict
}

// What is said where values are not known must hold whatever they turn out to be.
func TestUnknownIsNeverGuessed(t *testing.T) {
	decided, open := 0, 0
	for _, name := range slices.Sorted(maps.Keys(conditions)) {
		t.Run(name, func(t *testing.T) {
			entry := policyOf(t, "deny contains \"description\" if {\n "+conditions[name]+"\n}\n"+helpers)
			for _, h := range holesAndPairs() {
				unknown := map[string]model.Value{}
				for _, part := range h {
					unknown[part.name] = model.Undecided("it is not known", none)
				}
				said := judge(t, entry, unknown)
				for _, fill := range fillings(h) {
					if would := judge(t, entry, fill); said != checks.Unknown && said != would {
						t.Errorf("with %v unknown it says %s, and with %v %s", named(h), said, fill, would)
					}
				}
				if said == checks.Unknown {
					open++
				} else {
					decided++
				}
			}
		})
	}
	t.Logf("%d verdicts were reached without the value, %d were not", decided, open)
}

// More values than are declared to OPA one by one are not guessed either.
func TestManyUnknowns(t *testing.T) {
	many := func(v model.Value) map[string]model.Value {
		tags := map[string]model.Value{"owner": text("b")}
		for i := range 2 * mostOpen {
			tags[fmt.Sprintf("tag%d", i)] = v
		}
		return map[string]model.Value{"tags": model.Object(tags, none)}
	}
	for _, name := range slices.Sorted(maps.Keys(conditions)) {
		entry := policyOf(t, "deny contains \"description\" if {\n "+conditions[name]+"\n}\n"+helpers)
		said := judge(t, entry, many(model.Undecided("it is not known", none)))
		for _, v := range []model.Value{text("a"), text("x"), model.Missing(none)} {
			if would := judge(t, entry, many(v)); said != checks.Unknown && said != would {
				t.Errorf("%s: with tags unknown it says %s, with %v %s", name, said, v, would)
			}
		}
	}
}

// Roots are judged side by side, by the same policies.
func TestPoliciesAreSharedByGoroutines(t *testing.T) {
	entry := policyOf(t, "deny contains \"description\" if {\n "+conditions["not function of one"]+"\n}\n"+helpers)
	want := judge(t, entry, map[string]model.Value{"port": model.Undecided("it is not known", none)})
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			for range 20 {
				found, _, err := checks.Judge(entry, group(map[string]model.Value{"port": model.Undecided("it is not known", none)}))
				if err != nil || len(found) != 1 || want == checks.Passed {
					t.Errorf("%d findings, %v", len(found), err)
				}
			}
		})
	}
	workers.Wait()
}

// A value that is one of several is each of them in turn.
func TestAlternativesAreTriedOneByOne(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(conditions)) {
		t.Run(name, func(t *testing.T) {
			entry := policyOf(t, "deny contains \"description\" if {\n "+conditions[name]+"\n}\n"+helpers)
			for _, h := range holes[:len(holes)-1] {
				verdicts := map[checks.Verdict]bool{}
				for _, v := range h.values {
					verdicts[judge(t, entry, map[string]model.Value{h.name: v})] = true
				}
				want := checks.Unknown
				if len(verdicts) == 1 {
					for v := range verdicts {
						want = v
					}
				}
				if got := judge(t, entry, map[string]model.Value{h.name: model.OneOf("count is not known", none, h.values...)}); got != want {
					t.Errorf("%s is one of %d values: got %s, want %s", h.name, len(h.values), got, want)
				}
			}
		})
	}
}

// policyOf compiles the rules of a policy about security groups.
func policyOf(t *testing.T, rules string) *checks.Entry {
	t.Helper()
	text := "# METADATA\n# title: Fault\n# custom:\n#   severity: low\n#   types: [aws_security_group]\npackage acme.fault\n\n" + used(rules)
	library, diags := Compile([]Module{{"fault.rego", []byte(text)}}, nil)
	if diags.HasErrors() {
		t.Fatalf("%v\n%s", diags, text)
	}
	p := library.Policies[0]
	return &checks.Entry{ID: p.ID, Check: p.Check(p)}
}

// used leaves out the helpers that nothing refers to, which would be faults.
func used(rules string) string {
	first, rest, _ := strings.Cut(rules, "\n}\n")
	first += "\n}\n"
	if strings.Contains(first, "any_ssh") {
		first += "# ssh\n"
	}
	var kept strings.Builder
	kept.WriteString(first)
	for line := range strings.Lines(rest) {
		name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "default "), " ")
		name, _, _ = strings.Cut(name, "(")
		name, _, _ = strings.Cut(name, "[")
		if name != "" && regexp.MustCompile(`\b`+name+`\b`).MatchString(first) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// holesAndPairs are the holes one by one, and two by two.
func holesAndPairs() [][]hole {
	var all [][]hole
	for i := range holes {
		all = append(all, holes[i:i+1])
		for j := range i {
			all = append(all, []hole{holes[j], holes[i]})
		}
	}
	return all
}

func fillings(h []hole) []map[string]model.Value {
	all := []map[string]model.Value{{}}
	for _, part := range h {
		var more []map[string]model.Value
		for _, before := range all {
			for _, v := range part.values {
				with := maps.Clone(before)
				with[part.name] = v
				more = append(more, with)
			}
		}
		all = more
	}
	return all
}

func named(h []hole) string {
	names := make([]string, len(h))
	for i, part := range h {
		names[i] = part.name
	}
	return fmt.Sprint(names)
}
