package migrate

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lintel-iac/lintel/scan/config"
	"github.com/lintel-iac/lintel/scan/triage"
)

// said is an item in a line.
func said(i Item) string {
	text := fmt.Sprintf("%d %s: ", i.At.Start.Line, i.Text)
	switch {
	case i.Exception != nil:
		text += strings.TrimSpace(strings.Join([]string{"pass", strings.Join(i.Exception.Globs, ","), i.Exception.Path, i.Exception.Address}, " "))
		if !i.Exception.Until.IsZero() {
			text += " until " + i.Exception.Until.Format(time.DateOnly)
		}
	case i.Key != "":
		text += "set " + i.Key + " " + strings.Join(i.Values, ",")
	default:
		text += "no, " + i.Why
	}
	return text
}

func TestFilesOfOtherTools(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		".trivyignore": {"# all\n\nDS-0002\nAVD-AWS-0001 exp:2030-01-01\nAWS-0002 exp:soon\nCVE-2030-1 exp:2030-01-01\n", `
3 DS-0002: pass DS-0002
4 AVD-AWS-0001 exp:2030-01-01: pass AVD-AWS-0001 until 2029-12-31
5 AWS-0002 exp:soon: no, "exp:soon" in it is not known
6 CVE-2030-1 exp:2030-01-01: no, Lintel looks for misconfigurations alone`},
		".trivyignore.yml": {"misconfigurations:\n- id: AVD-1\n  paths: [a/**, b]\n- id: AVD-2\n  expired_at: x\nsecrets: [{id: s}]\nlicenses:\n", `
3 misconfigurations AVD-1 in a/**: pass AVD-1 a/**
3 misconfigurations AVD-1 in b: pass AVD-1 b
5 misconfigurations AVD-2: no, "x" is no date
6 secrets s: no, Lintel looks for misconfigurations alone`},
		"trivy.yaml": {"severity: [CRITICAL, HIGH]\nscan:\n  skip-dirs: [vendor]\n  offline: true\nformat: json\n", `
1 severity: CRITICAL, HIGH: set severity high
3 skip-dirs: set exclude vendor
4 scan.offline: true: no, it means nothing here
5 format: json: no, it means nothing here`},
		".tfsec/config.json": {`{"exclude": ["aws-a"], "include": ["aws-b"], "severity_overrides": {"x": "NONE", "y": "HIGH", "z": "?"}}`, `
1 exclude aws-a: pass aws-a
1 include: set only tfsec
1 severity_overrides x: NONE: pass x
1 severity_overrides y: HIGH: set checks y,high
1 severity_overrides z: ?: no, there is no severity "?"`},
		".checkov.yml": {"skip-check: CKV_AWS_1,CKV_AWS_2\ncheck: [CKV_AWS_3]\nsoft-fail: true\nhard-fail-on: CKV_AWS_4\nexternal-checks-dir: x\nvar-file: [a.tfvars]\nbaseline: .checkov.baseline\n", `
1 skip-check CKV_AWS_1: pass CKV_AWS_1
1 skip-check CKV_AWS_2: pass CKV_AWS_2
2 check: set only CKV_AWS_3
3 soft-fail: true: set soft_fail true
4 hard-fail-on: CKV_AWS_4: no, the run fails by severity, not by check; a check can be given a severity
5 external-checks-dir: no, checks in Python are not run; policies are written in Rego
6 var-file: set var_files a.tfvars
7 baseline: .checkov.baseline: set baseline .checkov.baseline`},
		".hadolint.yaml": {"ignored: [DL3006]\nfailure-threshold: warning\nno-fail: true\noverride: {style: [DL3007], odd: [DL3008]}\ntrustedRegistries: [ghcr.io]\n", `
1 ignored DL3006: pass DL3006
2 failure-threshold: warning: set fail_on medium
3 no-fail: true: set soft_fail true
4 override style DL3007: set checks DL3007,low
4 override odd DL3008: no, there is no level "odd"
5 trustedRegistries: set trusted.registries ghcr.io`},
		"kics.json": {`{"exclude-queries": "a,b", "fail-on": "high,critical", "exclude-paths": ["x"], "exclude-severities": "low"}`, `
1 exclude-queries a: pass a
1 exclude-queries b: pass b
1 fail-on: high, critical: set fail_on high
1 exclude-paths: set exclude x
1 exclude-severities: no, checks are chosen by the least severity, and by id`},
	} {
		items, diags := Find(fstest.MapFS{name: {Data: []byte(test.text)}})
		if len(diags) > 0 {
			t.Errorf("%s: %v", name, diags)
		}
		var got strings.Builder
		for _, i := range items {
			if i.Key == "only" && i.Tool == "tfsec" {
				i.Values = []string{i.Tool}
			}
			got.WriteString("\n" + said(i))
		}
		if got.String() != test.want {
			t.Errorf("%s says%s\nnot%s", name, got.String(), test.want)
		}
	}
}

func TestCheckovBaseline(t *testing.T) {
	list, err := CheckovBaseline(".checkov.baseline", []byte(`{"failed_checks": [
		{"file": "/a[1].tf", "findings": [{"resource": "module.m.aws_s3_bucket.b[\"x\"]", "check_ids": ["CKV_AWS_1", "CKV_AWS_2"]}, {"resource": "x", "check_ids": []}]},
		{"file": "/t.yaml", "findings": [{"resource": "AWS::S3::Bucket.Data", "check_ids": ["CKV_AWS_3"]}]},
		{"file": "/Dockerfile", "findings": [{"resource": "/Dockerfile.FROM", "check_ids": ["CKV_DOCKER_1"]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range list {
		got = append(got, strings.Join(f.Globs, ",")+" "+f.Path+" "+f.Address)
	}
	want := `CKV_AWS_1,CKV_AWS_2 a\[1\].tf module.m.aws_s3_bucket.b["x"]; CKV_AWS_3 t.yaml Data; CKV_DOCKER_1 Dockerfile `
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q", got)
	}
	if IsCheckovBaseline([]byte(`{"schema_version": 1, "findings": []}`)) || !IsCheckovBaseline([]byte(`{"failed_checks": []}`)) || IsCheckovBaseline([]byte("[")) {
		t.Error("the baselines are taken for each other")
	}
}

// Whatever is written, Lintel reads.
func FuzzFind(f *testing.F) {
	f.Add("skip-check: [CKV_AWS_1]\nignored: x\nexclude: [y]\n")
	f.Add("failed_checks")
	f.Add("a: &a [*a]")
	f.Add("misconfigurations:\n- {id: AVD-1, paths: ['[', x], statement: ' '}\n")
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{}
		for _, s := range sources {
			fsys[s.names[0]] = &fstest.MapFile{Data: []byte(text)}
		}
		items, _ := Find(fsys)
		means := func(id string) []string { return []string{"some-check"} }
		written, err := Configuration(items, means)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := config.Read("x", ".", written); err != nil {
			t.Errorf("%s\n%v", written, err)
		}
		if written, err = Exceptions(items, "me", means); err != nil {
			t.Fatal(err)
		}
		if _, err := triage.ReadExceptions("x", written); err != nil {
			t.Errorf("%s\n%v", written, err)
		}
	})
}
