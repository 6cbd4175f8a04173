package cfnmap

import (
	"encoding/json"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/model"
)

// Whatever a template says, mapping it ends, and gives resources that can be asked.
func FuzzMap(f *testing.F) {
	archive, err := txtar.ParseFile(cases)
	if err != nil {
		f.Fatal(err)
	}
	all := slices.Compact(types())
	for i, file := range archive.Files {
		for at, b := range file.Data {
			if b == ' ' && i%2 == 0 {
				f.Add(uint16(slices.Index(all, string(file.Data[:at]))), file.Data[at+1:])
				break
			}
		}
	}
	f.Fuzz(func(t *testing.T, n uint16, properties []byte) {
		var data any
		if json.Unmarshal(properties, &data) != nil {
			return
		}
		d := Document{Type: all[int(n)%len(all)], Address: "Main", Block: "Main", Format: model.CloudFormation}
		d.Properties = value(data, "", &d.Refs)
		made, _ := Map(d)
		if len(made) == 0 {
			t.Fatal("nothing was made")
		}
		for _, r := range made {
			r.At("a.b")
			for v := range r.Each("a.b") {
				_ = v.String()
			}
		}
	})
}
