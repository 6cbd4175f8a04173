package scan

import (
	"testing"

	"github.com/lintel-iac/lintel/checks"
)

func TestStableAddress(t *testing.T) {
	for address, want := range map[string]string{
		"aws_x.y":                              "aws_x.y",
		"aws_x.y[0]":                           "aws_x.y",
		`aws_x.y["k"]`:                         `aws_x.y["k"]`,
		`module.a[1].module.b["x"].aws_x.y[2]`: `module.a.module.b["x"].aws_x.y`,
		`aws_x.y["a[0]\"]"].z[3]`:              `aws_x.y["a[0]\"]"].z`,
		`aws_x.y[`:                             `aws_x.y`,
	} {
		if got := stable(address); got != want {
			t.Errorf("%s becomes %s, not %s", address, got, want)
		}
	}
}

// prints are the fingerprints of what is found in main.tf, in order.
func prints(t *testing.T, text string) []string {
	t.Helper()
	r := scanned(t, map[string]string{"main.tf": text}, Options{Checks: []checks.Entry{unencrypted, cidr}})
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Fingerprint)
	}
	return out
}

var cidr = checks.Entry{ID: "aws-ec2-cidr-open", Check: &checks.Check{
	Rule: checks.ForbidAny{Type: "aws_security_group", Each: "ingress", Path: "description", Of: []string{"open"}},
}}

func TestFingerprintsOutliveMoves(t *testing.T) {
	one := "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = false\n}\n"
	plain := prints(t, one)
	if len(plain) != 1 || len(plain[0]) != 32 {
		t.Fatalf("fingerprints are %q", plain)
	}
	expect(t, prints(t, "# moved down\n\n"+one), plain...)
	expect(t, prints(t, "resource \"aws_ebs_volume\" \"v\" {\n  count = 2\n  encrypted = false\n}\n"), plain...)
	if other := prints(t, "resource \"aws_ebs_volume\" \"w\" {\n  encrypted = false\n}\n"); other[0] == plain[0] {
		t.Error("another resource has the same fingerprint")
	}
}

func TestFingerprintsTellElementsApart(t *testing.T) {
	rule := func(port string) string {
		return "  ingress {\n    from_port   = " + port + "\n    description = \"open\"\n  }\n"
	}
	group := func(rules string) string { return "resource \"aws_security_group\" \"g\" {\n" + rules + "}\n" }
	both := prints(t, group(rule("22")+rule("80")))
	if len(both) != 2 || both[0] == both[1] {
		t.Fatalf("fingerprints are %q", both)
	}
	swapped := prints(t, group(rule("80")+rule("22")))
	expect(t, swapped, both[1], both[0])
	if lone := prints(t, group(rule("22"))); len(lone) != 1 || lone[0] != both[0] {
		t.Errorf("alone it has another fingerprint: %q", lone)
	}
	equal := prints(t, group(rule("22")+rule("22")))
	if len(equal) != 2 || equal[0] != both[0] || equal[1] == equal[0] {
		t.Errorf("equals are told apart by their order: %q after %q", equal, both)
	}
}

func TestFingerprintsOfRootsAndFiles(t *testing.T) {
	template := "Resources:\n  Bucket:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: false\n"
	print := func(src map[string]string) map[string]string {
		out := map[string]string{}
		for _, f := range scanned(t, src, Options{}).Findings {
			out[f.Place.File] = f.Fingerprint
		}
		return out
	}
	one := print(map[string]string{"main.tf": volume("v", "false")})["main.tf"]
	other := print(map[string]string{"other.tf": volume("v", "false"), "main.tf": volume("fine", "true")})["other.tf"]
	if one == "" || one != other {
		t.Errorf("moved from one file of the root to another, %s becomes %s", one, other)
	}
	all := print(map[string]string{
		"envs/dev/main.tf": volume("v", "false"), "envs/prod/main.tf": volume("v", "false"), "a.yaml": template, "b.yaml": template,
	})
	told := map[string]bool{}
	for _, fingerprint := range all {
		told[fingerprint] = true
	}
	if len(all) != 4 || len(told) != 4 {
		t.Errorf("the fingerprints are %v", all)
	}
}

// Baselines hold fingerprints: a change of this one needs a version of its own.
func TestFingerprintsAreFixed(t *testing.T) {
	expect(t, prints(t, "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = false\n}\n"), "29cda712046608865949d4feb86b8fbd")
}

// A block of which there is only one is no element of a list: what else it says
// may change.
func TestFingerprintsPassOverOnlyBlocks(t *testing.T) {
	root := checks.Entry{ID: "aws-ec2-root-unencrypted", Check: &checks.Check{
		Rule: checks.RequireTrue{Type: "aws_instance", Path: "root_block_device.encrypted"},
	}}
	print := func(size string) string {
		text := "resource \"aws_instance\" \"i\" {\n  root_block_device {\n    encrypted = false\n    volume_size = " + size + "\n  }\n}\n"
		r := scanned(t, map[string]string{"main.tf": text}, Options{Checks: []checks.Entry{root}})
		return r.Findings[0].Fingerprint
	}
	if print("8") != print("16") {
		t.Error("the size of the volume changes the fingerprint")
	}
}
