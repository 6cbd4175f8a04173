package compliance

import (
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
)

func TestFrameworks(t *testing.T) {
	frameworks, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range frameworks {
		if f.ID != Names()[i] {
			t.Errorf("%s.yaml calls itself %s", Names()[i], f.ID)
		}
		if f.Title == "" || f.Version == "" || f.Source == "" || len(f.Controls) == 0 {
			t.Errorf("%s lacks its title, version, source or controls", f.ID)
		}
		controls := map[string]bool{}
		covered := 0
		for _, c := range f.Controls {
			if c.ID == "" || c.Title == "" || controls[c.ID] {
				t.Errorf("%s: control %q has no title, or stands there twice", f.ID, c.ID)
			}
			controls[c.ID] = true
			if len(c.Checks) > 0 {
				covered++
			}
			if !slices.IsSorted(c.Checks) || len(slices.Compact(slices.Clone(c.Checks))) < len(c.Checks) {
				t.Errorf("%s: the checks of %s are not sorted, or one stands there twice", f.ID, c.ID)
			}
			for _, id := range c.Checks {
				if found := all.Find(id); len(found) != 1 || found[0].ID != id {
					t.Errorf("%s: no check is called %s, which is to be evidence for %s", f.ID, id, c.ID)
				}
			}
		}
		if covered == 0 {
			t.Errorf("no check is evidence for anything in %s", f.ID)
		}
	}
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"cis-aws-5.0": "cis-aws-5.0", "CIS-AWS-5.0": "cis-aws-5.0", "cis-aws": "cis-aws-7.0", "hipaa": "hipaa",
		"cis": "", "iso": "iso-27001-2022", "": "", "pci-dss": "pci-dss-4.0",
	} {
		f, ok, err := Find(name)
		if err != nil || f.ID != want || ok != (want != "") {
			t.Errorf("Find(%q) is %q, %t, %v, want %q", name, f.ID, ok, err, want)
		}
	}
}
