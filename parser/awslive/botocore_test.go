//go:build aws

package awslive

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// wire is what the SDK for Python, on which moto stands, says of the answers of a service: the names and shapes that
// they have.
type wire struct {
	xml        bool
	Metadata   struct{ ServiceID string }
	Operations map[string]struct {
		Output struct{ Shape string }
	}
	Shapes map[string]*wireShape
}

type wireShape struct {
	Type      string
	Members   map[string]*wireMember
	Member    *wireMember // of a list
	Flattened bool
	Payload   string
	Key       *wireMember // of a map
	Value     *wireMember
}

type wireMember struct {
	Shape        string
	LocationName string
	Location     string
	Flattened    bool
}

// wires are those of the services in the table.
type wires map[string][]*wire

// called says where a service has another name than in the table; one may be two.
var called = map[string][]string{"elasticmapreduce": {"emr"}, "es": {"opensearch", "es"}, "ses": {"sesv2"}, "sso": {"sso-admin"}}

// botocore loads what it knows of the services, or skips the test where it is not installed.
func botocore(t *testing.T) wires {
	t.Helper()
	dir, err := exec.Command(python(), "-c", "import botocore; print(botocore.__path__[0])").Output()
	if err != nil {
		t.Skip(`botocore is not here: "pipx install 'moto[server]'" gets it`)
	}
	all := wires{}
	Readers()
	for name, s := range services {
		names := called[name]
		if names == nil {
			names = []string{strings.TrimSuffix(name, "-global")}
		}
		for _, n := range names {
			w := loadWire(t, filepath.Join(strings.TrimSpace(string(dir)), "data", n))
			w.xml = s.xml()
			all[name] = append(all[name], w)
		}
	}
	return all
}

// python is the interpreter that moto has, or else the usual one.
func python() string {
	if program, err := exec.LookPath("moto_server"); err == nil {
		text, _ := os.ReadFile(program)
		first, _, _ := strings.Cut(string(text), "\n")
		if own, ok := strings.CutPrefix(first, "#!"); ok && strings.Contains(filepath.Base(own), "python") && !strings.Contains(own, " ") {
			return own
		}
	}
	return "python3"
}

func loadWire(t *testing.T, dir string) *wire {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "*", "service-2.json.gz"))
	if len(files) == 0 {
		t.Fatalf("botocore has no %s", filepath.Base(dir))
	}
	file, err := os.Open(files[len(files)-1]) // the latest version
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var w wire
	text, err := io.ReadAll(plain)
	if err == nil {
		err = json.Unmarshal(text, &w)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &w
}

// answer is the shape of an operation's answer, nil for none.
func (all wires) answer(o *operation) (*wire, *wireMember) {
	for _, w := range all[o.service.name] {
		found, ok := w.Operations[o.action]
		if !ok {
			continue
		}
		shape := w.Shapes[found.Output.Shape]
		if shape == nil {
			return nil, nil
		}
		if shape.Payload != "" {
			return w, shape.Members[shape.Payload]
		}
		return w, &wireMember{Shape: found.Output.Shape}
	}
	return nil, nil
}

// element is the name of an element of a list in XML, "" where the list's own name is repeated.
func (w *wire) element(m *wireMember) string {
	s := w.Shapes[m.Shape]
	switch {
	case !w.xml || s.Flattened || m.Flattened:
		return ""
	case s.Member.LocationName != "":
		return s.Member.LocationName
	}
	return "member"
}

// named is the member of a structure that an answer calls by a name.
func (w *wire) named(s *wireShape, name string) *wireMember {
	for own, m := range s.Members {
		if (m.LocationName == name || m.LocationName == "" && own == name) && m.Location == "" {
			return m
		}
	}
	return nil
}

// follow returns what lies at a path of the table, or what is wrong with that; nil where a text may be JSON, into which it
// does not see.
func (w *wire) follow(m *wireMember, path string) (*wireMember, error) {
	if path == "" {
		return m, nil
	}
	s := w.Shapes[m.Shape]
	name, rest, _ := strings.Cut(path, ".")
	if name == "*" {
		return nil, nil
	}
	switch s.Type {
	case "structure":
		inner := w.named(s, name)
		if inner == nil {
			return nil, fmt.Errorf("%s has no %s", m.Shape, name)
		}
		return w.follow(inner, rest)
	case "list":
		element := w.element(m)
		if element == "" {
			return w.follow(s.Member, path)
		}
		if name != element {
			return nil, fmt.Errorf("elements of %s are called %s, not %s", m.Shape, element, name)
		}
		return w.follow(s.Member, rest)
	case "map", "string":
		return nil, nil
	}
	return nil, fmt.Errorf("%s is a %s and has no %s", m.Shape, s.Type, name)
}

// tells returns what keeps an answer from filling an attribute.
func (w *wire) tells(root *wireMember, o *operation, f fill) error {
	if path, around := strings.CutPrefix(f.from, "parent."); around {
		outer, _, _ := strings.Cut(o.rows, "/")
		_, err := w.follow(root, strings.TrimPrefix(outer+"."+path, "."))
		return err
	}
	row, err := w.follow(root, strings.ReplaceAll(o.rows, "/", "."))
	if err != nil || row == nil {
		return err
	}
	if !f.like {
		_, err = w.follow(row, f.from)
		return err
	}
	if s := w.Shapes[row.Shape]; s.Type == "list" {
		row = s.Member
	}
	if _, told := w.like(w.Shapes[row.Shape], f.from); told == nil {
		return fmt.Errorf("%s has nothing like %s", row.Shape, f.from)
	}
	return nil
}

// like is the member of a structure whose name is one of CloudFormation's but for case and plural.
func (w *wire) like(s *wireShape, name string) (wireName string, m *wireMember) {
	for own, candidate := range s.Members {
		wireOwn := own
		if candidate.LocationName != "" {
			wireOwn = candidate.LocationName
		}
		if candidate.Location == "" && sameName(wireOwn, strings.ReplaceAll(name, "_", "")) && (m == nil || wireOwn < wireName) {
			wireName, m = wireOwn, candidate
		}
	}
	return wireName, m
}

// What the table looks for in an answer is what the service puts there.
func TestTableSpeaksTheServicesWords(t *testing.T) {
	all := botocore(t)
	paths := 0
	for _, r := range Readers() {
		for _, o := range r.operations() {
			w, root := all.answer(o)
			if w == nil {
				t.Errorf("%s: there is no such operation", o.name)
				continue
			}
			for _, f := range o.fills {
				paths++
				if slices.Contains(r.under, o) && strings.HasPrefix(f.from, "parent.") {
					continue // of the list above
				}
				if err := w.tells(root, o, f); err != nil {
					t.Errorf("%s of %s: %s: %v", o.name, r.Type, f.from, err)
				}
			}
		}
	}
	t.Logf("%d paths", paths)
}

// The host of each service is the one that the SDK for Python calls. There is no FIPS in China, and
// of the partitions that are apart only the usual hosts are known.
func TestHostsAreThoseOfTheServices(t *testing.T) {
	botocore(t)
	type place struct {
		service *service
		account *Account
		region  string
	}
	var places []place
	var asked []string
	for _, name := range slices.Sorted(maps.Keys(services)) {
		s := services[name]
		directory := strings.TrimSuffix(name, "-global")
		if len(called[name]) > 0 {
			directory = called[name][0]
		}
		for _, region := range [...]string{"eu-central-1", "cn-north-1", "eusc-de-east-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"} {
			for _, kind := range [...]string{"", "dual", "fips", "fips,dual"} {
				a := &Account{ID: "111122223333", Partition: vocabulary.PartitionOf(region).Name, FIPS: strings.HasPrefix(kind, "fips"), DualStack: strings.HasSuffix(kind, "dual")}
				apart := strings.HasPrefix(a.Partition, "aws-iso") || a.Partition == "aws-eusc"
				if a.FIPS && a.Partition == "aws-cn" || apart && kind != "" {
					continue
				}
				places = append(places, place{s, a, s.home(a.Partition, region)})
				asked = append(asked, directory+" "+s.home(a.Partition, region)+" "+kind)
			}
		}
	}
	told, err := exec.Command(python(), append([]string{"testdata/hosts.py"}, asked...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range strings.Fields(string(told)) {
		if got := places[i].account.base(places[i].service, places[i].region); got != want {
			t.Errorf("%s: %s, and not %s", asked[i], want, got)
		}
	}
}

// Variables of the environment have the names for services that the SDKs have.
func TestServicesHaveTheirVariables(t *testing.T) {
	all := botocore(t)
	for name, s := range services {
		id := strings.ToUpper(strings.ReplaceAll(all[name][0].Metadata.ServiceID, " ", "_"))
		if s.variable() != id {
			t.Errorf("%s is %s, and not %s", name, id, s.variable())
		}
	}
}
