package compose

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/view"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	scope, diags, err := Parse(context.Background(), os.DirFS("testdata/project"), "compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range scope.Resources {
		fmt.Fprintf(&b, "%s %s %s\n", r.Type, r.Address, span(r.Location))
		dump(&b, r.Body, "", "  ")
	}
	for _, d := range diags {
		fmt.Fprintln(&b, d)
	}
	golden := "testdata/project.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || b.String() != string(want) {
		t.Errorf("differs from %s (%v); -update rewrites it:\n%s", golden, err, b.String())
	}
}

func span(r model.Range) string {
	return fmt.Sprintf("%s %d:%d-%d:%d", r.File, r.Start.Line, r.Start.Column, r.End.Line, r.End.Column)
}

func dump(b *strings.Builder, v model.Value, name, indent string) {
	switch data := v.Data.(type) {
	case model.Members:
		if name != "" {
			fmt.Fprintf(b, "%s%s: %s\n", indent, name, span(v.Origin.Range))
			indent += "  "
		}
		for name, member := range data.All() {
			dump(b, member, name, indent)
		}
	case []model.Value:
		for _, e := range data {
			dump(b, e, name+"[]", indent)
		}
	default:
		said := v.String()
		if v.State == model.Unknown {
			said += " (" + v.Why.Reason + ")"
		}
		fmt.Fprintf(b, "%s%s: %s %s %q\n", indent, name, said, span(v.Origin.Range), v.Origin.Name)
	}
}

func parse(t testing.TB, text string) (*model.Scope, diag.List) {
	t.Helper()
	scope, diags, err := Parse(context.Background(), fstest.MapFS{"compose.yaml": {Data: []byte(text)}}, "compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return scope, diags
}

func TestIsFile(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"compose.yaml", "services:\n", true},
		{"docker-compose.prod.yml", "services: {}\n", true},
		{"stack.yml", "services:\n  web:\n    image: x\n", true},
		{"compose.yaml", "a: b\n", false},
		{"ci.yml", "jobs:\n  a:\n    image: x\nservices:\n", false},
		{"k8s.yaml", "apiVersion: v1\nservices:\n  a:\n    image: x\n", false},
		{"symfony.yaml", "services:\n  App\\Kernel:\n    public: true\n", false},
		{"compose.json", "services:\n", false},
	} {
		if got := IsFile(test.name, func() []byte { return []byte(test.text) }); got != test.want {
			t.Errorf("%s %q: %v", test.name, test.text, got)
		}
	}
}

func TestShortForms(t *testing.T) {
	for text, want := range map[string]string{
		"80":                    "target=80",
		"8080:80":               "published=8080 target=80",
		"127.0.0.1:8080:80/udp": "host_ip=127.0.0.1 protocol=udp published=8080 target=80",
		"[::1]:8080:80":         "host_ip=::1 published=8080 target=80",
		"127.0.0.1::80":         "host_ip=127.0.0.1 published= target=80",
		"3000-3005:4000-4005":   "published=3000-3005 target=4000-4005",
		"${P}:80":               "host_ip=? published=? target=80",
		"80${P}:80":             "published=80? target=80",
	} {
		scope, _ := parse(t, "services:\n  web:\n    ports:\n      - \""+text+"\"\n")
		if got := flat(scope.Resources[0].At("ports")); got != want {
			t.Errorf("port %s: got %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"/data":                    "target=/data type=volume",
		"cache:/data":              "source=cache target=/data type=volume",
		"./x:/data:ro":             "read_only=true source=./x target=/data type=bind",
		"C:/x:/data":               "source=C:/x target=/data type=bind",
		"data:D:/x:ro":             "read_only=true source=data target=D:/x type=volume",
		`C:\\x:/data`:              `source=C:\x target=/data type=bind`,
		"/x:/data:rshared":         "bind={propagation=rshared} source=/x target=/data type=bind",
		"${DIR}:/data":             "source=? target=/data type=?",
		"${DIR:-/x}:/data":         "source=/x target=/data type=bind",
		"/run/docker.sock:/s:z,ro": "read_only=true source=/run/docker.sock target=/s type=bind",
	} {
		scope, _ := parse(t, "services:\n  web:\n    volumes:\n      - \""+text+"\"\n")
		if got := flat(scope.Resources[0].At("volumes")); got != want {
			t.Errorf("volume %s: got %s, want %s", text, got, want)
		}
	}
}

// Whatever Compose takes for a boolean is one.
func TestBooleans(t *testing.T) {
	for text, want := range map[string]any{
		"yes": true, "y": true, "On": true, "True": true, "'true'": true, "${X:-yes}": true, "no": false, "OFF": false, "${X:-false}": false,
	} {
		const form = "services:\n  web:\n    privileged: %[1]s\n    healthcheck:\n      disable: %[1]s\n    volumes:\n      - target: /x\n        read_only: %[1]s\n"
		scope, _ := parse(t, fmt.Sprintf(form, text))
		service := scope.Resources[0]
		for _, path := range [...]string{"privileged", "healthcheck.disable"} {
			if got := service.At(path).Data; got != want {
				t.Errorf("%s: %s is %v", text, path, got)
			}
		}
		for v := range service.Each("volumes.read_only") {
			if v.Data != want {
				t.Errorf("%s: read_only is %v", text, v)
			}
		}
	}
}

// flat is an object, or the first in a list, on one line.
func flat(v model.Value) string {
	if list, ok := v.Data.([]model.Value); ok {
		v = list[0]
	}
	members, ok := v.Data.(model.Members)
	if !ok {
		return strings.ReplaceAll(view.Pieced(v), view.Hole, "?")
	}
	var parts []string
	for name, member := range members.All() {
		text := flat(member)
		if isObject(member) {
			text = "{" + text + "}"
		}
		parts = append(parts, name+"="+text)
	}
	return strings.Join(parts, " ")
}

func TestVariables(t *testing.T) {
	for text, want := range map[string]string{
		"a$$b":          "a$b",
		"${SET}":        "here",
		"$SET-x":        "here-x",
		"${SET:-y}":     "here",
		"${NONE:-y}":    "y",
		"${NONE:-$SET}": "here",
		"${NONE:+y}":    "",
		"${NONE}":       "?",
		"a${NONE}b":     "a?b",
		"${NONE:?must}": "?",
	} {
		fsys := fstest.MapFS{
			"compose.yaml": {Data: []byte("services:\n  web:\n    image: \"" + text + "\"\n")},
			".env":         {Data: []byte("SET=here\n")},
		}
		scope, diags, err := Parse(context.Background(), fsys, "compose.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(view.Pieced(scope.Resources[0].At("image")), view.Hole, "?"); got != want || len(diags) > 0 {
			t.Errorf("%s: got %q, want %q; %v", text, got, want, diags)
		}
	}
}

// What is wrong costs itself only, and is said.
func TestFaults(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"syntax", "services:\n  web:\n    image: x\n  a: [\n", "error"},
		{"twice", "services:\n  web:\n    image: x\n  web:\n    image: y\n", "compose.yaml:4: error: Compose refuses a key that is there twice: web stands in line 2, too"},
		{"merged twice", "x-a: &a {user: x}\nservices:\n  web:\n    <<: *a\n    <<: *a\n", "<< stands in line 4, too"},
		{"no mapping", "- services:\n", "a Compose file is a mapping at its top"},
		{"no service to extend", "services:\n  web:\n    extends: {service: none}\n", `there is no service "none" to extend`},
		{"no file to extend", "services:\n  web:\n    extends: {service: a, file: none.yaml}\n", "cannot read the extended file none.yaml"},
		{"outside", "include:\n  - ../other.yaml\nservices: {}\n", "lies outside of what is read"},
		{"itself", "include:\n  - compose.yaml\nservices: {}\n", "included by itself"},
		{"variable", "services:\n  web:\n    image: ${\n", "cannot read the variables"},
		{"variables", "services:\n  web:\n    image: \"" + strings.Repeat("$a", 501) + "\"\n", "it names 501, and the limit is 500"},
		{"aliases", bomb(), "comes to too much"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, diags := parse(t, test.text)
			if !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return strings.Contains(d.String(), test.want) }) {
				t.Errorf("got %v, want %q", diags, test.want)
			}
		})
	}
}

// bomb is a file whose aliases multiply.
func bomb() string {
	text := "x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
	for i := 1; i < 10; i++ {
		text += fmt.Sprintf("x-%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return text + "services:\n  web:\n    image: x\n"
}

// A service may extend another of its own file, by whatever path that is named.
func TestExtendsOwnFile(t *testing.T) {
	scope, diags := parse(t, "services:\n  a:\n    extends: {service: b, file: ./compose.yaml}\n  b:\n    user: y\n")
	if got := scope.Resource("services.a").At("user").String(); got != "y" || len(diags) > 0 {
		t.Errorf("user of a is %s: %v", got, diags)
	}
}

// Of a service that extends what cannot be read, only what it says itself is known.
func TestExtendsUnread(t *testing.T) {
	for _, extends := range [...]string{"{file: none.yaml, service: a}", "{service: $NAME}"} {
		scope, _ := parse(t, "services:\n  web:\n    extends: "+extends+"\n    image: x:1\n")
		web := scope.Resource("services.web")
		if image, user := web.At("image"), web.At("user"); image.Data != "x:1" || user.State != model.Unknown {
			t.Errorf("%s: image is %v, user is %v", extends, image, user)
		}
		if open := web.At("deploy.resources.limits.cpus"); open.State != model.Unknown {
			t.Errorf("%s: a limit is %v", extends, open)
		}
	}
}

// Of a service that does not say what it runs, another file says the rest: what it lacks
// itself is no fault of it, and what it says is judged.
func TestCompletedElsewhere(t *testing.T) {
	for _, c := range [...]struct {
		service string
		open    bool
	}{
		{"{deploy: {replicas: 2}}", true},
		{"{deploy: {replicas: 2}, image: x}", false},
		{"{deploy: {replicas: 2}, build: .}", false},
	} {
		scope, _ := parse(t, "services:\n  web: "+c.service+"\n")
		web := scope.Resource("services.web")
		for _, lacking := range [...]string{"cap_drop", "deploy.resources.limits.memory", "healthcheck"} {
			if got := web.At(lacking).State == model.Unknown; got != c.open {
				t.Errorf("%s: %s is %v", c.service, lacking, web.At(lacking))
			}
		}
		if privileged := web.At("privileged"); privileged.State != model.Absent {
			t.Errorf("%s: privileged is %v", c.service, privileged)
		}
		if web.At("deploy.replicas").Data != 2.0 {
			t.Errorf("%s: what it says is lost: %v", c.service, web.At("deploy"))
		}
	}
}

// What is included is a project of its own, with a folder and variables, which those of
// whoever includes it precede.
func TestInclude(t *testing.T) {
	fsys := fstest.MapFS{
		"compose.yaml":     {Data: []byte("include:\n  - a/compose.yaml\n  - path: [b/x.yaml, b/y.yaml]\n    project_directory: b/p\n    env_file: b/my.env\nservices:\n  c: {extends: {file: a/compose.yaml, service: a}}\n")},
		".env":             {Data: []byte("B=top\n")},
		"a/compose.yaml":   {Data: []byte("services:\n  a: {image: $A, user: $B, build: .}\n")},
		"a/.env":           {Data: []byte("A=one\nB=two\n")},
		"a/Dockerfile":     {Data: []byte("FROM x\nUSER inA\n")},
		"b/x.yaml":         {Data: []byte("services:\n  b: {image: $A, user: first, build: ./c, env_file: e.env}\n")},
		"b/y.yaml":         {Data: []byte("services:\n  b: {user: second}\n")},
		"b/my.env":         {Data: []byte("A=three\n")},
		"b/p/e.env":        {Data: []byte("E=four\n")},
		"b/p/c/Dockerfile": {Data: []byte("FROM x\nUSER inB\n")},
	}
	scope, diags, err := Parse(context.Background(), fsys, "compose.yaml")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	for _, test := range [...]struct{ service, path, want string }{
		{"a", "image", "one"}, {"a", "user", "top"}, {"a", "built.user", "inA"},
		{"b", "image", "three"}, {"b", "user", "second"}, {"b", "built.user", "inB"}, {"b", "environment.E", "four"},
		{"c", "image", "(unknown)"}, {"c", "user", "top"},
	} {
		if got := scope.Resource("services." + test.service).At(test.path).String(); got != test.want {
			t.Errorf("%s of %s is %s, want %s", test.path, test.service, got, test.want)
		}
	}
}

// A stage that is to be built has to be there.
func TestTarget(t *testing.T) {
	for target, want := range map[string]string{"dev": "root", "DEV": "root", "0": "root", "\"\"": "app", "none": "(unknown)", "7": "(unknown)", "$T": "(unknown)"} {
		fsys := fstest.MapFS{
			"compose.yaml": {Data: []byte("services:\n  web:\n    build:\n      context: .\n      target: " + target + "\n")},
			"Dockerfile":   {Data: []byte("FROM x AS dev\nUSER root\nFROM x\nUSER app\n")},
		}
		scope, diags, err := Parse(context.Background(), fsys, "compose.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if got := scope.Resource("services.web").At("built.user").String(); got != want || (target == "none" || target == "7") != (len(diags) > 0) {
			t.Errorf("target %s: the user is %s, want %s; %v", target, got, want, diags)
		}
	}
}

// A line of .env sees those above it.
func TestDotenv(t *testing.T) {
	const text = "A=1\nB=x${A}\nC='${A}'\nD=\"${A}y\" # z\nE=${LATER:-d}\nLATER=2\nF=$UNSET\nG=a$$b\nexport I=${A:+z}\nK=v # c\nNAKED\n"
	got := dotenv(fstest.MapFS{".env": {Data: []byte(text)}}, ".env")
	want := variables{"A": "1", "B": "x1", "C": "${A}", "D": "1y", "E": "d", "LATER": "2", "G": "a$b", "I": "z", "K": "v"}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Services that extend each other in a circle are read once each.
func TestCircle(t *testing.T) {
	scope, _ := parse(t, "services:\n  a:\n    extends: {service: b}\n    image: x\n  b:\n    extends: {service: a}\n    user: y\n")
	if got := scope.Resource("services.a").At("user").String(); got != "y" {
		t.Errorf("user of a is %s", got)
	}
}

// A Dockerfile that is written in place is part of the scope, counts for its service,
// and has its places in the Compose file.
func TestInline(t *testing.T) {
	const start = "services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: "
	for _, test := range []struct{ name, text, user, place string }{
		{"literal", "|\n        FROM debian:12.11\n\n        RUN <<EOT\n          id\n        EOT\n        USER root\n", "root", "compose.yaml 11:14-11:18"},
		{"indented", "|2-\n        FROM debian:12.11\n        USER root", "root", "compose.yaml 7:14-7:18"},
		{"tagged", "!!str |\n        FROM debian:12.11\n        USER root\n", "root", "compose.yaml 7:14-7:18"},
		{"escaped", "|\n        FROM debian:12.11\n        ENV A=$$B\n        USER root\n", "root", "compose.yaml 8:9-8:10"},
		{"folded", ">\n        FROM debian:12.11\n\n        USER root\n", "root", "compose.yaml 5:26-5:27"},
		{"quoted", `"FROM debian:12.11\nUSER root"` + "\n", "root", "compose.yaml 5:26-5:27"},
		{"unknown", "|\n        FROM debian:$TAG\n        USER root\n", "(unknown)", "compose.yaml 5:26-5:26"},
	} {
		t.Run(test.name, func(t *testing.T) {
			scope, diags := parse(t, start+test.text)
			user := scope.Resource("services.web").At("built.user")
			if got := span(user.Origin.Range); user.String() != test.user || got != test.place {
				t.Errorf("the user is %v at %s, want %s at %s", user, got, test.user, test.place)
			}
			if known := test.name != "unknown"; known != (len(diags) == 0) || known != (len(scope.OfType("docker_image")) == 1) {
				t.Errorf("%d images, %v", len(scope.OfType("docker_image")), diags)
			}
		})
	}
}

// What one service is built from says nothing of the stages of another, and both
// have addresses of their own.
func TestInlineTwice(t *testing.T) {
	const inline = "\n    build:\n      dockerfile_inline: |\n        FROM debian:12.11 AS base\n        FROM base\n        COPY --from=base /a /b\n"
	scope, diags := parse(t, "services:\n  one:"+inline+"  two:"+inline)
	scope.Configure(model.Settings{TrustedRegistries: []string{"example.com"}})
	var addresses []string
	for _, r := range scope.OfType("docker_stage") {
		addresses = append(addresses, r.Address)
		if n := len(view.Stages(r.Scope)); n != 2 || r.Scope == scope || len(r.Scope.Settings.TrustedRegistries) != 1 {
			t.Errorf("%s is one of %d stages, with the settings %v", r.Address, n, r.Scope.Settings)
		}
	}
	want := []string{"services.one.build.base", "services.one.build.1", "services.two.build.base", "services.two.build.1"}
	if !slices.Equal(addresses, want) || len(diags) > 0 {
		t.Errorf("got %q, want %q; %v", addresses, want, diags)
	}
	for _, r := range scope.OfType("docker_copy") {
		if s := view.StageOf(r); s.Parent == nil || !view.IsStage(r, "base") || view.IsStage(r, "2") {
			t.Errorf("%s does not know its stages", r.Address)
		}
	}
}

// Profiles say when a service is started, not whether it is judged.
func TestProfiles(t *testing.T) {
	scope, _ := parse(t, "services:\n  web:\n    image: a\n  debug:\n    image: b\n    profiles: [debug]\n")
	if n := len(scope.OfType("compose_service")); n != 2 {
		t.Errorf("got %d services, want 2", n)
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/project/*.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, style := range [...]string{"|", ">", "|2-", "!!str |"} {
		f.Add("services:\n  web:\n    build:\n      dockerfile_inline: " + style + "\n        FROM debian:12.11\n        ENV A=$$B\n        USER root\n")
	}
	f.Fuzz(func(t *testing.T, text string) { parse(t, text) })
}

func BenchmarkParse(b *testing.B) {
	fsys := os.DirFS("testdata/project")
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Parse(context.Background(), fsys, "compose.yaml"); err != nil {
			b.Fatal(err)
		}
	}
}

// A key that is there twice is reported once, however often an alias leads to it.
func TestTwiceAliased(t *testing.T) {
	_, diags := parse(t, "x-a: &a\n  user: x\n  user: y\nservices:\n  web: *a\n  db: *a\n")
	if len(diags) != 1 {
		t.Errorf("got %v", diags)
	}
}
