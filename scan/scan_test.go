package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
)

var (
	unencrypted = checks.Entry{ID: "aws-ebs-volume-unencrypted", Check: &checks.Check{
		Severity: checks.High,
		Formerly: "aws-volume-plain",
		Aliases:  checks.Aliases{Checkov: "CKV_AWS_3", Trivy: "AVD-AWS-0026"},
		Rule:     checks.RequireTrue{Type: "aws_ebs_volume", Path: "encrypted"},
	}}
	openPort = checks.Entry{ID: "aws-ec2-port-open", Check: &checks.Check{
		Severity: checks.Critical,
		Rule:     checks.ForbidAny{Type: "aws_security_group", Each: "ingress", Path: "cidr_blocks", Of: []string{"[0.0.0.0/0]"}},
	}}
	untagged = checks.Entry{ID: "aws-ebs-volume-untagged", Check: &checks.Check{
		Opinion: true,
		Rule:    checks.RequireSet{Type: "aws_ebs_volume", Path: "tags"},
	}}
)

// scanned runs checks over files in a temporary folder.
func scanned(t *testing.T, src map[string]string, o Options) *Report {
	t.Helper()
	dir := folder(t, src)
	if len(o.Paths) == 0 {
		o.Paths = []string{"."}
	}
	for i := range o.Paths {
		o.Paths[i] = filepath.Join(dir, o.Paths[i])
	}
	if o.Checks == nil {
		o.Checks = []checks.Entry{unencrypted}
	}
	report, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func folder(t *testing.T, src map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range src {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told is each finding in a line.
func told(r *Report) []string {
	var lines []string
	for _, f := range r.Findings {
		line := fmt.Sprintf("%s %s %s %s", f.Place, f.Check.ID, f.Verdict, f.Resource.Address)
		if len(f.Instances) > 1 {
			line += fmt.Sprintf(" and %d more", len(f.Instances)-1)
		}
		lines = append(lines, line)
	}
	return lines
}

func volume(name, encrypted string) string {
	return fmt.Sprintf("resource \"aws_ebs_volume\" %q {\n  encrypted = %s\n}\n", name, encrypted)
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

func TestFindingsAreSortedAndCounted(t *testing.T) {
	r := scanned(t, map[string]string{
		"b.tf":         volume("b", "false") + volume("fine", "true"),
		"a.tf":         volume("z", "var.x") + volume("a", "false") + "variable \"x\" {}\n",
		"other/one.tf": "resource \"azurerm_disk\" \"x\" {}\n" + volume("o", "false"),
		"main.tfstate": "{}",
	}, Options{})
	expect(t, told(r),
		"a.tf:2 aws-ebs-volume-unencrypted unknown aws_ebs_volume.z",
		"a.tf:5 aws-ebs-volume-unencrypted fail aws_ebs_volume.a",
		"b.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.b",
		"other/one.tf:3 aws-ebs-volume-unencrypted fail aws_ebs_volume.o",
	)
	want := Summary{
		Passed: 1, Failed: 3, Unknown: 1, Files: 3, Roots: 2, Resources: 6, Checked: 5,
		Skipped:    map[string]int{"terraform_state": 1},
		Unchecked:  map[string]int{"azurerm": 1},
		BySeverity: map[string]int{"high": 3},
	}
	if diff := cmp.Diff(want, r.Summary); diff != "" {
		t.Errorf("summary: want -, got +:\n%s", diff)
	}
	if line := r.Line("a.tf", 5); line != "  encrypted = false" {
		t.Errorf("line 5 of a.tf is %q", line)
	}
	if line := r.Line("a.tf", 99); line != "" {
		t.Errorf("line 99 of a.tf is %q", line)
	}
}

func TestInstancesOfABlockAreOneFinding(t *testing.T) {
	r := scanned(t, map[string]string{
		"main.tf": `
resource "aws_ebs_volume" "many" {
  count     = 3
  encrypted = false
}
resource "aws_ebs_volume" "each" {
  for_each  = { a = true, b = false, c = false }
  encrypted = each.value
}
`}, Options{})
	expect(t, told(r),
		"main.tf:4 aws-ebs-volume-unencrypted fail aws_ebs_volume.many[0] and 2 more",
		`main.tf:8 aws-ebs-volume-unencrypted fail aws_ebs_volume.each["b"] and 1 more`,
	)
	if r.Summary.Failed != 5 || r.Summary.Passed != 1 || r.Summary.BySeverity["high"] != 2 {
		t.Errorf("summary counts %+v", r.Summary)
	}
}

func TestRoots(t *testing.T) {
	call := func(sources ...string) string {
		var out strings.Builder
		for i, source := range sources {
			fmt.Fprintf(&out, "module \"m%d\" {\n  source = %q\n}\n", i, source)
		}
		return out.String()
	}
	for name, test := range map[string]struct {
		src   map[string]string
		paths []string
		want  string
	}{
		"a called folder is none":        {map[string]string{"main.tf": call("./m"), "m/x.tf": ""}, nil, "."},
		"nor one called by a detour":     {map[string]string{"in/a/x.tf": call("../../out"), "out/x.tf": call("../in/b"), "in/b/x.tf": ""}, []string{"in"}, "in/a"},
		"unless it is named":             {map[string]string{"main.tf": call("./m"), "m/x.tf": ""}, []string{".", "m"}, ". m"},
		"a module with its own examples": {map[string]string{"main.tf": "", "examples/x/x.tf": call("../../")}, nil, ". examples/x"},
		"the first of a circle": {map[string]string{
			"c/x.tf": call("../b"), "b/x.tf": call("../c", "../a"), "a/x.tf": "", "self/x.tf": call("../self")}, nil, "b self"},
		"JSON and OpenTofu": {map[string]string{"j/x.tf.json": "{}", "o/x.tofu": "", "t/x.tofu.json": "{}", "n/x.tfvars": ""}, nil, "j o t"},
		"hidden folders":    {map[string]string{".github/x.tf": "", ".terraform/modules/m/x.tf": "", "a/.git/x.tf": ""}, nil, ".github"},
		"caches by name":    {map[string]string{".terraform/modules/m/x.tf": ""}, []string{".terraform/modules/m"}, ".terraform/modules/m"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, test.src)
			o := Options{Paths: []string{dir}, Boundary: dir}
			if test.paths != nil {
				o.Paths = nil
			}
			for _, p := range test.paths {
				o.Paths = append(o.Paths, filepath.Join(dir, p))
			}
			inventory, err := Read(t.Context(), o)
			if err != nil {
				t.Fatal(err)
			}
			var roots []string
			for _, in := range inventory.Inputs {
				roots = append(roots, in.Scope.Root)
			}
			if got := strings.Join(roots, " "); got != test.want {
				t.Errorf("roots are %q, want %q", got, test.want)
			}
		})
	}
}

func TestAFileAsPath(t *testing.T) {
	src := map[string]string{
		"m/a.tf": volume("a", "var.on"), "m/b.tf": volume("b", "false") + "variable \"on\" {}\n", "m/x.tfvars": "on = true\n",
	}
	r := scanned(t, src, Options{Paths: []string{"m/b.tf"}})
	expect(t, told(r), "b.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.b")
	if r.Summary.Resources != 1 || r.Summary.Unknown != 0 {
		t.Errorf("summary counts what lies elsewhere: %+v", r.Summary)
	}
	r = scanned(t, src, Options{Paths: []string{"m/x.tfvars"}})
	if len(r.Findings) != 2 {
		t.Errorf("inputs were named, which tell anywhere; findings: %q", told(r))
	}
	r = scanned(t, map[string]string{"x.tfstack.hcl": "\n"}, Options{Paths: []string{"x.tfstack.hcl"}})
	if !r.Diagnostics.HasErrors() || r.Summary.Skipped["terraform_stack"] != 1 {
		t.Errorf("a named file was not read, and not reported: %v", r.Diagnostics)
	}
}

func TestIgnoredAndExcluded(t *testing.T) {
	bad := volume("v", "false")
	src := map[string]string{
		".gitignore":     "/build/\n*.gen.tf\n!keep.gen.tf\n# x\n",
		"main.tf":        bad,
		"build/x.tf":     bad,
		"a/x.gen.tf":     bad,
		"b/keep.gen.tf":  bad,
		"c/.gitignore":   "x.tf\n",
		"c/x.tf":         bad,
		"test/deep/x.tf": bad,
		"e/vendor/x.tf":  bad,
	}
	roots := func(o Options) (dirs []string) {
		for _, f := range scanned(t, src, o).Findings {
			dirs = append(dirs, f.Root)
		}
		return dirs
	}
	expect(t, roots(Options{}), "b", "e/vendor", ".", "test/deep")
	expect(t, roots(Options{Exclude: []string{"test/**", "vendor"}}), "b", ".")
	expect(t, roots(Options{Exclude: []string{"./e/"}}), "b", ".", "test/deep")
	expect(t, roots(Options{Paths: []string{"build"}}), ".")
	r := scanned(t, src, Options{Exclude: []string{"vendor"}})
	want := map[string]int{"gitignored": 3, "excluded": 1}
	if diff := cmp.Diff(want, r.Summary.Skipped); diff != "" {
		t.Errorf("skipped: want -, got +:\n%s", diff)
	}
}

func TestIgnoreFilesSteerTheWalkOnly(t *testing.T) {
	r := scanned(t, map[string]string{
		".git/HEAD": "", ".git/info/exclude": "local\n", ".gitignore": "gen\n",
		"gen/sub/x.tf": volume("v", "false"), "local/x.tf": volume("l", "false"),
	}, Options{Paths: []string{"gen"}})
	expect(t, told(r), "gen/sub/x.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.v")
	if r.Base != "gen" {
		t.Errorf("base is %q", r.Base)
	}
}

func TestChoiceOfChecks(t *testing.T) {
	all := []checks.Entry{unencrypted, openPort, untagged}
	for name, test := range map[string]struct {
		o    Options
		want string
	}{
		"default leaves out opinions": {Options{}, "aws-ebs-volume-unencrypted aws-ec2-port-open"},
		"all has them":                {Options{Profile: All}, "aws-ebs-volume-unencrypted aws-ebs-volume-untagged aws-ec2-port-open"},
		"so has who names one":        {Options{Only: []string{"aws-ebs-volume-untagged"}}, "aws-ebs-volume-untagged"},
		"but not a glob":              {Options{Only: []string{"aws-ebs-*"}}, "aws-ebs-volume-unencrypted"},
		"skip wins":                   {Options{Only: []string{"aws-*"}, Skip: []string{"*-port-*"}}, "aws-ebs-volume-unencrypted"},
		"a former id":                 {Options{Only: []string{"aws-volume-plain"}}, "aws-ebs-volume-unencrypted"},
		"another tool's id":           {Options{Only: []string{"ckv_aws_3"}}, "aws-ebs-volume-unencrypted"},
		"Trivy's two spellings":       {Options{Only: []string{"AWS-0026"}}, "aws-ebs-volume-unencrypted"},
		"severity":                    {Options{Severity: checks.Critical}, "aws-ec2-port-open"},
	} {
		t.Run(name, func(t *testing.T) {
			test.o.Checks = all
			r := scanned(t, nil, test.o)
			var ids []string
			for _, e := range r.Checks {
				ids = append(ids, e.ID)
			}
			if got := strings.Join(ids, " "); got != test.want {
				t.Errorf("checks are %q, want %q", got, test.want)
			}
		})
	}
}

func TestWrongUse(t *testing.T) {
	dir := folder(t, map[string]string{"in/main.tf": "", "out.tfvars": ""})
	in := filepath.Join(dir, "in")
	for name, o := range map[string]Options{
		"no such path":           {Paths: []string{filepath.Join(dir, "nowhere")}},
		"no such check":          {Paths: []string{in}, Only: []string{"aws-typo"}},
		"no such profile":        {Paths: []string{in}, Profile: "strict"},
		"an open bracket":        {Paths: []string{in}, Exclude: []string{"a[b"}},
		"too much coverage":      {Paths: []string{in}, RequireCoverage: 101},
		"boundary beside path":   {Paths: []string{dir}, Boundary: in},
		"boundary is a file":     {Paths: []string{in}, Boundary: filepath.Join(in, "main.tf")},
		"inputs out of boundary": {Paths: []string{in}, Inputs: terraform.Inputs{Values: []terraform.Input{{File: true, Text: filepath.Join(dir, "out.tfvars")}}}},
		"nothing in common":      {Paths: []string{in, os.DevNull}},
	} {
		t.Run(name, func(t *testing.T) {
			o.Checks = []checks.Entry{unencrypted}
			_, err := Run(t.Context(), o)
			var usage *UsageError
			if !errors.As(err, &usage) {
				t.Errorf("error is %v, not of use", err)
			}
		})
	}
	r := scanned(t, map[string]string{"main.tf": ""}, Options{Skip: []string{"aws-typo"}})
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Severity != diag.Warning {
		t.Errorf("skipping what is not there gives %v", r.Diagnostics)
	}
}

func TestBoundary(t *testing.T) {
	src := map[string]string{
		"outer/main.tf":            volume("out", "false"),
		"outer/repo/.git":          "gitdir: elsewhere\n",
		"outer/repo/env/x.tf":      "module \"m\" {\n  source = \"../mod\"\n}\nmodule \"o\" {\n  source = \"../..\"\n}\n",
		"outer/repo/mod/x.tf":      volume("v", "false"),
		"outer/repo/env/in.tfvars": "",
	}
	r := scanned(t, src, Options{Paths: []string{"outer/repo/env"}})
	expect(t, told(r), "mod/x.tf:2 aws-ebs-volume-unencrypted fail module.m.aws_ebs_volume.v")
	if len(r.Diagnostics) == 0 {
		t.Error("a module outside of the work tree was passed over in silence")
	}
	first := r.Findings[0].Fingerprint

	dir := folder(t, src)
	wide, err := Run(t.Context(), Options{
		Paths: []string{filepath.Join(dir, "outer/repo/env")}, Boundary: dir, Checks: []checks.Entry{unencrypted},
	})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, told(wide),
		"outer/main.tf:2 aws-ebs-volume-unencrypted fail module.o.aws_ebs_volume.out",
		"outer/repo/mod/x.tf:2 aws-ebs-volume-unencrypted fail module.m.aws_ebs_volume.v")
	if got := wide.Findings[1].Fingerprint; got != first {
		t.Errorf("the boundary changes the fingerprint from %s to %s", first, got)
	}
}

func TestLinks(t *testing.T) {
	dir := folder(t, map[string]string{
		"top/real/x.tf": volume("v", "false"), "shared/s.tf": volume("s", "false"), "outside.tf": volume("o", "false"), "top/d/a.tf": "",
	})
	for name, to := range map[string]string{
		"top/alias":     "real", // to what is met anyway
		"top/real/self": "..",   // back to where it lies
		"top/ping":      "pong", // in a circle
		"top/pong":      "ping",
		"top/gone":      "nothing",   // nowhere
		"top/up":        "../shared", // out of the boundary
		"top/d/link.tf": "../../outside.tf",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skipf("this system makes no symbolic links: %v", err)
		}
	}
	r, err := Run(t.Context(), Options{Paths: []string{filepath.Join(dir, "top")}, Checks: []checks.Entry{unencrypted}})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, told(r), "real/x.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.v")
	var got []string
	for _, d := range r.Diagnostics {
		got = append(got, fmt.Sprint(d.Range.File, " ", d.Severity))
	}
	expect(t, got, "d/link.tf error", "gone warning", "ping warning", "pong warning", "real/self info", "up warning")

	wide, err := Run(t.Context(), Options{Paths: []string{filepath.Join(dir, "top")}, Boundary: dir, Checks: []checks.Entry{unencrypted}})
	if err != nil {
		t.Fatal(err)
	}
	if got := told(wide); len(got) != 3 {
		t.Errorf("links within the boundary are followed; findings: %q", got)
	}
}

// refusing is a file system some of whose files cannot be read.
type refusing struct {
	fstest.MapFS
	names []string
}

func (f refusing) refuse(op, name string) error {
	if slices.Contains(f.names, name) {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
	}
	return nil
}

func (f refusing) Open(name string) (fs.File, error) {
	if err := f.refuse("openat", name); err != nil {
		return nil, err
	}
	return f.MapFS.Open(name)
}

func (f refusing) ReadFile(name string) ([]byte, error) {
	if err := f.refuse("openat", name); err != nil {
		return nil, err
	}
	return f.MapFS.ReadFile(name)
}

func (f refusing) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.refuse("openat", name); err != nil {
		return nil, err
	}
	return f.MapFS.ReadDir(name)
}

// onFS scans a whole file system that is not the operating system's.
func onFS(t *testing.T, fsys fs.FS, list ...checks.Entry) *Report {
	t.Helper()
	o := Options{Checks: list}
	if err := o.validate(); err != nil {
		t.Fatal(err)
	}
	selected, _, err := choose(&o)
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(&site{base: ".", targets: []target{{given: ".", name: ".", isDir: true}}}, fsys, terraform.Inputs{}, nil)
	return s.judge(context.Background(), selected, &o)
}

func TestWhatCannotBeReadCostsItself(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	fsys := refusing{fstest.MapFS{
		"good.tf":       file(volume("v", "false")),
		"secret.tf":     file(volume("s", "false")),
		"locked/x.tf":   file(volume("l", "false")),
		"binary/x.tf":   file("\x00\x01\x02"),
		"syntax/x.tf":   file("resource \"aws_ebs_volume\" {{{\n"),
		"large/x.tf":    file(strings.Repeat("# x\n", MaxFileSize/4+1)),
		"pipe/pipe.tf":  {Mode: fs.ModeNamedPipe},
		"fine/again.tf": file(volume("again", "false")),
	}, []string{"secret.tf", "locked"}}
	r := onFS(t, fsys, unencrypted)
	expect(t, told(r),
		"fine/again.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.again",
		"good.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.v")
	lost := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error {
			lost[d.Range.File] = true
		}
		if strings.Contains(d.Summary, "openat") {
			t.Errorf("%q names a system call", d.Summary)
		}
	}
	want := map[string]bool{
		"secret.tf": true, "locked": true, "binary/x.tf": true, "syntax/x.tf": true, "large/x.tf": true, "pipe/pipe.tf": true,
	}
	if diff := cmp.Diff(want, lost); diff != "" {
		t.Errorf("errors: want -, got +:\n%s", diff)
	}
}

func TestAnEmptyFolder(t *testing.T) {
	r := scanned(t, nil, Options{})
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Severity != diag.Warning || r.Diagnostics[0].Range.File != "." {
		t.Errorf("diagnostics are %v", r.Diagnostics)
	}
}

func TestAPanicCostsOneVerdict(t *testing.T) {
	broken := checks.Entry{ID: "aws-broken", Check: &checks.Check{Rule: checks.Func{
		On: "aws_ebs_volume",
		Do: func(p *checks.Pass, r *model.Resource) {
			if strings.HasSuffix(r.Address, "bad") {
				panic("quoted from the source")
			}
			p.Forbid(model.Yes, r.Body, "met")
		},
	}}}
	r := scanned(t, map[string]string{"main.tf": volume("bad", "true") + volume("good", "true")}, Options{Checks: []checks.Entry{broken, unencrypted}})
	if len(r.Findings) != 1 || r.Summary.Passed != 2 {
		t.Errorf("the rest was not judged: %q, %+v", told(r), r.Summary)
	}
	if len(r.Diagnostics) != 1 {
		t.Fatalf("diagnostics are %v", r.Diagnostics)
	}
	d := r.Diagnostics[0]
	if d.Severity != diag.Error || !strings.Contains(d.Summary, "aws-broken gave up on aws_ebs_volume.bad") || d.Range.File != "main.tf" {
		t.Errorf("diagnostic is %v", d)
	}
	if strings.Contains(d.Summary, "quoted") || !strings.Contains(d.Summary, "TestAPanicCostsOneVerdict") {
		t.Errorf("it should say where, and quote nothing: %q", d.Summary)
	}
}

func TestWhoeverNamesAnOwnerJudgesItAlone(t *testing.T) {
	owner := &model.Resource{Type: "aws_s3_bucket", Address: "aws_s3_bucket.b", Mode: model.Managed}
	companion := &model.Resource{Type: "aws_s3_bucket_acl", Address: "aws_s3_bucket_acl.b", Mode: model.Managed, Owner: owner}
	source := &model.Resource{Type: "aws_s3_bucket", Address: "data.aws_s3_bucket.b", Mode: model.Data}
	on := func(id, types string) checks.Entry {
		return checks.Entry{ID: id, Check: &checks.Check{Rule: checks.Func{On: types, Do: func(p *checks.Pass, r *model.Resource) {
			p.Forbid(model.No, r.Body, "")
		}}}}
	}
	o := Options{Checks: []checks.Entry{
		on("both", "aws_s3_bucket aws_s3_bucket_acl"), on("one", "aws_s3_bucket_acl"), on("any", "*"), on("source", "data.aws_s3_bucket"),
	}}
	selected, _, err := choose(&o)
	if err != nil {
		t.Fatal(err)
	}
	ids := func(r *model.Resource) (ids []string) {
		for rule := range selected.of(r) {
			ids = append(ids, rule.ID)
		}
		return ids
	}
	expect(t, ids(owner), "both", "any")
	expect(t, ids(companion), "one", "any")
	expect(t, ids(source), "source", "any")
}

func TestPassedOnRequest(t *testing.T) {
	src := map[string]string{"main.tf": volume("v", "true")}
	if r := scanned(t, src, Options{}); len(r.Findings) != 0 {
		t.Errorf("findings are %q", told(r))
	}
	expect(t, told(scanned(t, src, Options{Passed: true})), "main.tf:1 aws-ebs-volume-unencrypted pass aws_ebs_volume.v")
}

func TestRequireCoverage(t *testing.T) {
	half := volume("v", "true") + "resource \"azurerm_disk\" \"x\" {}\n"
	for _, test := range []struct {
		src     string
		percent int
		lost    bool
	}{
		{half, 0, false}, {half, 50, false}, {half, 51, true}, {"variable \"x\" {}\n", 100, false},
	} {
		r := scanned(t, map[string]string{"main.tf": test.src}, Options{RequireCoverage: test.percent})
		if r.Diagnostics.HasErrors() != test.lost {
			t.Errorf("coverage of %d %% of %q: %v", test.percent, test.src, r.Diagnostics)
		}
	}
	if r := scanned(t, nil, Options{RequireCoverage: 1}); !r.Diagnostics.HasErrors() {
		t.Error("a run that looked at nothing has the coverage required")
	}
}

func TestRunsAreTheSame(t *testing.T) {
	src := map[string]string{}
	for i := range 40 {
		src[fmt.Sprintf("r%d/main.tf", i)] = volume("a", "false") + volume("b", "null") + "module \"m\" {\n  source = \"../m\"\n}\nfoo {\n"
	}
	src["m/x.tf"] = volume("m", "false")
	first := scanned(t, src, Options{})
	if len(first.Findings) == 0 {
		t.Fatal("nothing found")
	}
	for range 3 {
		next := scanned(t, src, Options{})
		if diff := cmp.Diff(told(first), told(next)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(fmt.Sprint(first.Diagnostics), fmt.Sprint(next.Diagnostics)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestSecretsOnTheLineOfAFinding(t *testing.T) {
	at := func(line int32) model.Origin {
		return model.Origin{Range: model.Range{File: "main.tf", Start: model.Pos{Line: line, Column: 3}, End: model.Pos{Line: line, Column: 9}}}
	}
	password := model.Text("hunter2", at(4))
	password.Sensitive = true
	r := &model.Resource{Type: "t", Address: "t.r", Location: at(1).Range}
	r.Body = model.Object(map[string]model.Value{"password": password, "port": model.Number(22, at(4)), "size": model.Number(1, at(5))}, at(1))
	scope := &model.Scope{}
	scope.Add(r)
	m := newMerger(scope)
	m.next()
	for _, name := range []string{"password", "port", "size"} {
		v := r.At(name)
		m.add(checks.Finding{Check: &unencrypted, Verdict: checks.Fail, Resource: r, At: v, Message: name}, v.Origin.Range, &ballot{})
	}
	var sensitive []string
	for _, f := range m.findings {
		if f.Sensitive {
			sensitive = append(sensitive, f.Message)
		}
	}
	expect(t, sensitive, "password", "port")
}

func BenchmarkJudge(b *testing.B) {
	scope := &model.Scope{Root: ".", Format: model.Terraform}
	for i := range 10_000 {
		at := model.Origin{Range: model.Range{File: "main.tf", Start: model.Pos{Line: 2, Column: 3}}, Name: "encrypted"}
		body := model.Object(map[string]model.Value{"encrypted": model.Flag(false, at)}, model.Origin{})
		scope.Add(&model.Resource{
			Type: "aws_ebs_volume", Mode: model.Managed, Block: "aws_ebs_volume.v", Address: fmt.Sprintf("aws_ebs_volume.v[%d]", i), Body: body,
		})
	}
	selected, _, err := choose(&Options{Checks: []checks.Entry{unencrypted, openPort}, Profile: Default})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		selected.judge(scope, nil, false)
	}
}
